import './writing.css'
import { wireCandidates } from './copy-candidates.ts'
import { wireNoteHere } from './note-here.ts'
import { writingWords } from './words.ts'

/** Help for whoever is writing this page; the development server alone loads it. */
export function startWriting(): void {
  const words = writingWords(document.documentElement.lang)
  wireCandidates(document, words)
  for (const figure of document.querySelectorAll<HTMLElement>('.wm-excerpt[data-walkthrough]')) wireNoteHere(figure, words)
}

startWriting()

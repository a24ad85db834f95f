import type { Diagnostic } from '../report/index.ts'
import { declarationText, type DeclaredCode } from './declared-code.ts'
import { findFragment } from './find-fragment.ts'
import { fingerprintOf, type AnchorRecord } from './lock.ts'
import { failed, found, type FragmentRequest, type Resolved } from './request.ts'
import { similarLines } from './similar-lines.ts'
import { columnAt, lineAt, linesOf, unitAround } from './structure.ts'

/** How many places or candidates a diagnostic names before it stops. */
const MENTIONED = 5

/**
 * Finds the code a fragment names inside a declaration.
 *
 * It has to stand there exactly once, token by token; otherwise the request says which with `nth`. The fingerprint
 * is that of the statement around it, so that a change beside the fragment asks for the author's eyes too.
 */
export function resolveAnchor(code: DeclaredCode, request: FragmentRequest, label: string): Resolved<AnchorRecord> {
  const { declaration, text, node } = code
  const base = declaration.startOffset
  const matches = findFragment(declarationText(code), request.text).map((match) => ({
    startOffset: match.startOffset + base,
    endOffset: match.endOffset + base,
  }))
  if (matches.length === 0) return failed(notFound(code, request, label))
  const wanted = request.nth ?? 1
  const match = matches[wanted - 1]
  if (match === undefined || (request.nth === undefined && matches.length > 1)) {
    const places = matches.map((at) => lineAt(text, at.startOffset))
    return failed(ambiguous(declaration.file, request, label, places))
  }
  const unit = unitAround(node, match)
  const [unitFirst, unitLast] = linesOf(text, unit)
  return found({
    range: [
      lineAt(text, match.startOffset),
      columnAt(text, match.startOffset),
      lineAt(text, match.endOffset - 1),
      columnAt(text, match.endOffset - 1) + 1,
    ],
    unit: [unitFirst, unitLast],
    fingerprint: fingerprintOf(text.slice(unit.startOffset, unit.endOffset)),
  })
}

function notFound(code: DeclaredCode, request: FragmentRequest, label: string): Diagnostic {
  const { declaration } = code
  const candidates = similarLines(declarationText(code), request.text, MENTIONED)
  return {
    code: 'anchor-not-found',
    severity: 'error',
    message: `This code does not stand in ${label}.`,
    ...request.place,
    expected: oneLine(request.text),
    found: `no such code in ${declaration.file}:${declaration.startLine}–${declaration.endLine}`,
    candidates,
    fix:
      candidates.length > 0
        ? 'Write one of the nearest lines (or a piece of one) instead, or remove the note if its subject is gone.'
        : `Choose a piece of code from ${declaration.file}, lines ${declaration.startLine}–${declaration.endLine}.`,
  }
}

function ambiguous(file: string, request: FragmentRequest, label: string, lines: readonly number[]): Diagnostic {
  const count = lines.length
  const places = lines.map((line, i) => `nth="${i + 1}" is ${file}:${line}`)
  return {
    code: request.nth === undefined ? 'anchor-ambiguous' : 'anchor-nth-out-of-range',
    severity: 'error',
    message:
      request.nth === undefined
        ? `This code stands in ${label} ${count} times.`
        : `This code stands in ${label} ${count} time${count === 1 ? '' : 's'}, so there is no number ${request.nth}.`,
    ...request.place,
    expected: request.nth === undefined ? 'code that stands there exactly once' : `nth between 1 and ${count}`,
    found: oneLine(request.text),
    candidates: places,
    fix: request.nth === undefined ? 'Add nth="…", or take in a little more of the code around it.' : 'Correct nth.',
  }
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

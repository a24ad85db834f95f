import type { VersionCondition } from './versions/condition.ts'

/** Systems for which a command may differ. */
export const platforms = ['linux', 'macos'] as const
export type Platform = (typeof platforms)[number]

/** A run of an author's text, the place of a parameter in it, or a flag of the lab's program with its place (one-based). */
export type TemplatePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'parameter'; readonly name: string }
  | { readonly kind: 'flag'; /** With its dashes. */ readonly text: string; readonly line: number; readonly column: number }
/** Text with parameters, as an author wrote it. */
export type Template = readonly TemplatePart[]

/** What a fence inside a step is for, as its author says after the language. */
export const fenceKinds = ['run', 'service', 'file', 'output', 'undo', 'done', 'install', 'example'] as const
export type FenceKind = (typeof fenceKinds)[number]

/** What all fences have. */
export interface FenceCommon {
  readonly language: string
  readonly template: Template
  /** Only on this system; everywhere when undefined. */
  readonly os: Platform | undefined
  /** Only where a component's version is so. */
  readonly when: VersionCondition | undefined
  /** Why it differs by version. */
  readonly reason: string | undefined
  /** One-based line of the fence's opening in the author's file. */
  readonly line: number
}

/** A piece of a step. `done` succeeds where nothing is left to do; `example` is shown and never run. */
export type Fence =
  | (FenceCommon & { readonly kind: 'run'; /** It is meant to fail. */ readonly fails: boolean })
  | (FenceCommon & { readonly kind: 'service'; readonly name: string; readonly ready: Template; /** Seconds. */ readonly wait: number })
  | (FenceCommon & { readonly kind: 'file'; readonly path: Template })
  | (FenceCommon & { readonly kind: 'install'; readonly tool: string })
  | (FenceCommon & { readonly kind: 'output' | 'undo' | 'done' | 'example' })

/** A program that has to be there, with any bounds on its version. */
export interface ToolNeed {
  readonly tool: string
  readonly bounds: readonly VersionCondition[]
}

/** A step of the lab, as its chapter says it. */
export interface Step {
  readonly id: string
  readonly title: string
  /** Slug of its chapter. */
  readonly chapter: string
  /** Path of the author's file from the project's root. */
  readonly file: string
  readonly line: number
  /** Steps that come before it. */
  readonly needs: readonly string[]
  readonly tools: readonly ToolNeed[]
  /** Parameters (ports, or URLs with one) whose port has to be free. */
  readonly ports: readonly string[]
  /** What it makes and must not find. */
  readonly creates: readonly Template[]
  /** Free space it wants, in megabytes; 0 where it does not matter. */
  readonly diskMegabytes: number
  /** It takes the lab down: run last by `verify`, never by `up`. */
  readonly down: boolean
  readonly fences: readonly Fence[]
}

import { z } from 'zod'
import type { Lab } from './lab.ts'
import { resolveValues, type LabValues } from './parameters/index.ts'
import type { Step, Template } from './step.ts'

/** Where the record stands, relative to the project's root. */
export const VERIFIED_FILE = 'content/lab/verified.json'

/** What a program that nobody publishes was made from, as whoever built it wrote down in `<program>.origin.json`. */
export const originSchema = z.strictObject({
  /** Whose source package it is, such as `Debian`. */
  vendor: z.string(),
  /** The source package and its version. */
  package: z.string(),
  /** Packages whose files stand in the place of libraries that the source brings along. */
  replaced: z.array(z.string()),
})

export type Origin = z.infer<typeof originSchema>

/** What a full run of the lab found. Written by `npm run lab -- verify` alone. */
export const verifiedSchema = z.strictObject({
  /** Day of the run, in UTC, as `2026-11-22`. */
  date: z.string().regex(/^\d{4}-\d\d-\d\d$/),
  /** System and machine it ran on, such as `linux x64`. */
  platform: z.string(),
  /** What each component said its version is. */
  versions: z.record(z.string(), z.string()),
  /** For components that were built for the run: from what. */
  origins: z.record(z.string(), originSchema).default({}),
  /**
   * Steps in the order they ran; `outputs` counts those that were compared, `components` are those it ran with, `changed` the parameters in
   * its commands that had another value than their default.
   */
  steps: z.array(
    z.strictObject({
      id: z.string(),
      outcome: z.enum(['passed', 'skipped']),
      outputs: z.number().int(),
      components: z.array(z.string()).default([]),
      changed: z.array(z.string()).default([]),
    }),
  ),
})

export type Verified = z.infer<typeof verifiedSchema>

/** What a step runs with: the tools it names, and the lab's program where it makes it, starts it or comes after that. */
export function componentsOf(step: Step, lab: Lab): string[] {
  const { tools, program } = lab.config
  const needed = new Set([step.id])
  for (const id of needed) for (const need of lab.steps.find((one) => one.id === id)?.needs ?? []) needed.add(need)
  // A step that is done as soon as the program is there makes it.
  const makes = step.fences.some(({ kind, template }) => kind === 'done' && namesOf(template).some((name) => program.commands.includes(`{{${name}}}`)))
  const programs = makes || needed.has(program.step) ? tools.filter(({ name, executable }) => program.commands.includes(executable ?? name)) : []
  return [...new Set([...programs.map(({ name }) => name), ...step.tools.map(({ tool }) => tool)])]
}

/** The parameters in a step's commands and files that stand for another value than their default, in the lab's order. */
export function changedIn(step: Step, { config }: Lab, values: LabValues): string[] {
  const defaults = resolveValues(config.parameters)
  const used = new Set(step.fences.flatMap((fence) => (fence.kind === 'run' || fence.kind === 'service' || fence.kind === 'file' ? namesOf(fence.template) : [])))
  return config.parameters.map(({ name }) => name).filter((name) => used.has(name) && values[name] !== defaults[name])
}

const namesOf = (template: Template): string[] => template.flatMap((part) => (part.kind === 'parameter' ? [part.name] : []))

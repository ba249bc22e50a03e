export type { Project } from './project/types/project.ts'

import type { Project } from './project/types/project.ts'
import type { Crash, Document, Finding, Fix, Json, Problem, Range, Setting, Severity, Suppression } from './types.ts'

export type * from './types.ts'

/** Options are plain data; their defaults are their schema. */
export type Options = { readonly [name: string]: Json }

/** What a rule may look at besides the document that it checks. */
export interface Context<O extends Options, I = unknown> {
  project: Project
  options: O
  /** What the rule's own `index` has answered. */
  index: I
  run: Run
}

/** What the run itself has met so far; only rules that check `last` find it complete. */
export interface Run {
  crashes: readonly Crash[]
  /** Suppressions that hid a finding. */
  used: ReadonlySet<Suppression>
  /** Whether a rule is switched off for a file: what it would have found there, nobody knows. */
  isOff(id: string, path: string): boolean
}

export interface Rule<O extends Options = Options, I = unknown> {
  /** One sentence; the first paragraph of the rule's page. */
  summary: string
  severity: Setting
  /** Default options. Their types are the types that a config may give. */
  options?: O
  /** Checks after all other rules, because it judges the run itself. */
  last?: true
  /**
   * What the rule wants to know of the whole project and `project` does not tell: asked once a run, before its first check, and never
   * remembered. It gets all documents that are linted, sorted by path.
   */
  index?(documents: readonly Document[], project: Project): I
  /** Every finding is about `document`; the other side of a contradiction goes to `related`. */
  check(document: Document, context: Context<O, I>): Iterable<Finding>
}

/** Gives a rule its types. The id is the name of its file. */
export function defineRule<const O extends Options, I = undefined>(
  rule: Rule<Widened<O>, I> & { options?: O },
): Rule<Widened<O>, I> {
  return rule
}

/** `{ minimum: 2 }` means "a number", not "2". */
type Widened<O> = { readonly [K in keyof O]: Widen<O[K]> }
type Widen<T> = T extends number
  ? number
  : T extends string
    ? string
    : T extends boolean
      ? boolean
      : T extends readonly (infer E)[]
        ? readonly Widen<E>[]
        : T

/** A fix that keeps the meaning: applied by `--fix`. */
export function replace(range: Range, text: string): Fix {
  return { safety: 'safe', edits: [{ range, text }] }
}

/** A fix that a human must look at: applied by `--fix --unsafe`, offered by editors. */
export function suggest(range: Range, text: string): Fix {
  return suggestAll([range], text)
}

/** The same of what stands in several places, and is wrong in all of them. */
export function suggestAll(ranges: readonly Range[], text: string): Fix {
  return { safety: 'suggestion', edits: ranges.map((range) => ({ range, text })) }
}

/** The same of what is only put in. */
export function insert({ at, text }: { at: number; text: string }): Fix {
  return suggest([at, at], text)
}

/** The word that must have been meant, if anybody can tell: told, and suggested in place of what stands there. */
export function didYouMean(at: Range, near: string | undefined): Pick<Finding, 'help' | 'fix'> {
  return near === undefined ? {} : { help: `did you mean "${near}"?`, fix: suggest(at, near) }
}

/** What was found wrong with a document while it was read, of one kind. */
export function problemsOf({ facts }: Document, kind: Problem['kind'], severity?: Severity): Finding[] {
  const found = facts.problems.filter((it) => it.kind === kind)
  return found.map(({ range, message, help }) => ({ at: range, severity, message, help }))
}

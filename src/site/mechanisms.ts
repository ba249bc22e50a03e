import type { UserInclude } from '../types.ts'
import { extensions } from './extensions.ts'
import type { IncludeSpec } from './include-spec.ts'
import { preprocessors } from './preprocessors.ts'
import { literalStart } from './user-pattern.ts'

/** Every mechanism of inclusion that is known by name. */
export const mechanisms: readonly IncludeSpec[] = [
  ...preprocessors.map((it) => ({ ...it, inCode: true })),
  ...extensions.map((it) => ({ ...it, inCode: false })),
]

const byName = new Map(mechanisms.map((it) => [it.name, it]))

export function mechanism(name: string): IncludeSpec | undefined {
  return byName.get(name)
}

/** A row from the user's config. Its pattern is run on one line at a time, and the config refuses one that could hang. */
export function fromUser({ name, pattern, roots, names, inCode = false, literal = false }: UserInclude): IncludeSpec {
  return {
    name,
    kind: 'inline',
    hints: [literalStart(pattern)],
    pattern: new RegExp(pattern, 'dg'),
    inCode,
    roots: roots ?? ['.', '/', '~'],
    ...(literal && { literal: true as const }),
    ...(names && { names }),
  }
}

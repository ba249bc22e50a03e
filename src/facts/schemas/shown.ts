import { grouped } from '../../grouped.ts'
import { keysIn } from '../../parse/json.ts'
import type { Field, Sample } from '../../types.ts'

export type ShownNames = (section: number) => ReadonlySet<string> | undefined

/** The names of all objects that a section shows, where it shows any; asked for a few sections of a page, if for any. */
export function shownNames(samples: readonly Sample[]): ShownNames {
  const bySection = grouped(samples, (it) => it.section)
  const known = new Map<number, ReadonlySet<string>>()
  return (section) => {
    const own = bySection.get(section)
    if (!own || known.has(section)) return known.get(section)
    const names = new Set(own.flatMap(({ json }) => (json ? keysIn(json) : [])))
    known.set(section, names)
    return names
  }
}

/** Whatever is said above, names of what a sample beside them shows are those of its fields. */
export function areShown(fields: readonly Field[], shown: ReadonlySet<string> | undefined): boolean {
  const known = shown ? fields.filter(({ path }) => shown.has(path.at(-1) ?? '')).length : 0
  return known >= leastShown && known * 5 >= fields.length * 4
}

const leastShown = 3

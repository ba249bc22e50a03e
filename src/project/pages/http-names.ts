import { increment, shelve } from '../../grouped.ts'
import { lineAt } from '../../text.ts'
import type { Document, HttpName } from '../../types.ts'
import type { MisspeltName } from '../types/pages.ts'
import type { Project } from '../types/project.ts'
import { explains, isSlip } from './slips.ts'

/** So many uses make a name the API's; a slip is copied once, and a name that stands more often is one of its own. */
const [often, copied] = [3, 2]
const leastWord = 3

/** `Conetnt-Type`, `application/jsn`, and `X-Kiln-Tokne` or `X-Token-Kiln` in a project that has `X-Kiln-Token` three times or more. */
export function indexHttpNames({ documents }: Project): (document: Document) => MisspeltName[] {
  const uses = new Map<string, number>()
  for (const { facts } of documents.values()) for (const it of facts.names.http) increment(uses, it.name, it.uses)
  const shelves = new Map<string, { name: string; part: string }[]>()
  for (const [name, times] of uses) if (times >= often) for (const it of partsOf(name)) shelve(shelves, it.gap, it)
  const byWords = new Map([...uses].flatMap(([name, times]) => (times < often ? [] : [[sortedWords(name), name]])))
  const usualOf = ({ name }: HttpName) =>
    partsOf(name).flatMap(({ part, gap }) => shelves.get(gap)?.find((it) => isMeant(part, it.part))?.name ?? [])[0] ??
    reordered(name, byWords.get(sortedWords(name)))
  return ({ facts, text }) =>
    facts.names.http.flatMap((it): MisspeltName[] => {
      const times = uses.get(it.name) ?? 0
      const usual = times > copied ? undefined : (it.meant ?? (times === 1 ? usualOf(it) : undefined))
      const { name, range: at, others } = it
      const line = lineAt(text, at[0]).toLowerCase()
      if (usual === undefined || explains(line, name.toLowerCase(), usual.toLowerCase())) return []
      return [{ name, at, usual, meant: usual, ...(it.meant && { registered: it.kind, others }) }]
    })
}

/** Of a word inside of a name, the first letter may be lost as well. */
function isMeant(part: string, word: string): boolean {
  return word.length > leastWord && (isSlip(part, word) || word.slice(1).toLowerCase() === part.toLowerCase())
}

/** Which words a header has, in whatever order. */
function sortedWords(name: string): string {
  return name.toLowerCase().split('-').sort().join(' ')
}

/** The usual name, unless it differs by its case alone. */
function reordered(name: string, usual: string | undefined): string | undefined {
  return name.toLowerCase() === usual?.toLowerCase() ? undefined : usual
}

/** The words of a name, and the name without each. */
function partsOf(name: string): { name: string; part: string; gap: string }[] {
  const words = name.split(/[-./+]/)
  return words.flatMap((part, at) =>
    part.length < leastWord ? [] : [{ name, part, gap: words.with(at, '').join('-').toLowerCase() }],
  )
}

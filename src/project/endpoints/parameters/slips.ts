import { sectionsAround } from '../../../facts/sections.ts'
import { isMistyped } from '../../../spelling.ts'
import { squash } from '../../../text.ts'
import type { Document, Endpoint, Field, Range, Section } from '../../../types.ts'
import { once } from '../../once.ts'
import type { EndpointIndex } from '../../types/endpoints.ts'
import type { EndpointGroup } from '../../types/groups.ts'
import type { UndocumentedParameter } from '../../types/parameters.ts'
import { isPart } from '../parts.ts'
import { parameterNames } from '../paths.ts'

/** A shorter name is one of its own as often as it is a slip. */
const least = 6

/**
 * `curl …/boxes/{primryLidId}` in a section that documents `/boxes/{primaryLidId}`: a call may name what it leaves open in its own
 * way, but not a letter off.
 */
export function placeholderSlips(index: EndpointIndex, document: Document): UndocumentedParameter[] {
  // Most pages call their endpoints with values.
  if (!document.facts.endpoints.some(({ role, path }) => role === 'sample' && /[{<:]/.test(path))) return []
  const groups = index.groups(document)
  const all = new Set(parameterNames(groups.flatMap((it) => it.definitions).map(index.path)))
  return groups.flatMap((group) => {
    const documented = once(() => longNames(index, group))
    return group.samples.flatMap((endpoint) => {
      const names = parameterNames([index.path(endpoint)])
      const strange = names.filter((it) => !all.has(it))
      if (strange.length === 0 || !index.calls.matches(endpoint)) return []
      return strange.flatMap((name): UndocumentedParameter[] => {
        const as = meantBy(name, names, documented())
        return as ? [{ endpoint, name, as }] : []
      })
    })
  })
}

/**
 * `{lid_code}` in a path, and `ldi_code` in a table of its section: of what that is a table does not matter, where no list of
 * parameters speaks of the path.
 */
export function fieldSlips(index: EndpointIndex, document: Document): UndocumentedParameter[] {
  const documented = index.parameters.documented(document)
  return document.facts.schemas.flatMap(({ role, section, fields }) => {
    const group = role === 'object' ? index.of(document, section) : undefined
    // Who lists many endpoints at once tells of their parameters elsewhere.
    if (!group || documented.has(group) || group.definitions.length > 3) return []
    const inPath = longNames(index, group)
    const names = inPath.map(({ name }) => name)
    const rows = rowsOf(fields)
    return inPath.flatMap(({ name, endpoint }): UndocumentedParameter[] => {
      const as = meantBy(name, names, rows)
      return as ? [{ endpoint, name, as }] : []
    })
  })
}

/**
 * `curl …/cities/<citi_id>` in a section that documents its call by nothing else, and has a row `city_id` among its parameters: nobody
 * says what the path is, but both mean one thing.
 */
export function bareSlips(index: EndpointIndex, document: Document): UndocumentedParameter[] {
  const { schemas, sections } = document.facts
  const calls = index.strayCalls(document).filter(({ path }) => /[{<:]/.test(path))
  if (calls.length === 0) return []
  const lists = schemas.filter(({ role }) => role === 'parameters')
  return calls.flatMap((endpoint) => {
    const owner = ownerOf(endpoint.section, sections)
    const fields = lists.flatMap((it) => (ownerOf(it.section, sections) === owner ? it.fields : []))
    const rows = rowsOf(fields).filter(({ name }) => name.length >= least)
    const names = parameterNames([index.path(endpoint)])
    return names.flatMap((name): UndocumentedParameter[] => {
      const as = meantBy(name, names, rows)
      return as ? [{ endpoint, name, as }] : []
    })
  })
}

/** "Parameters" and "Example" stand below what they are of. */
function ownerOf(section: number, sections: readonly Section[]): number {
  return sectionsAround(sections, section).find((it) => !isPart(sections[it]?.title ?? '')) ?? 0
}

interface Named {
  name: string
  range: Range
}

interface LongName extends Named {
  endpoint: Endpoint
}

/** The names in a section's paths that are long enough, each once, and the first path that has it. */
function longNames(index: EndpointIndex, { definitions }: EndpointGroup): LongName[] {
  const found = new Map<string, LongName>()
  for (const endpoint of definitions) {
    for (const name of parameterNames([index.path(endpoint)]))
      if (name.length >= least && !found.has(name)) found.set(name, { name, range: endpoint.pathRange, endpoint })
  }
  return [...found.values()]
}

function rowsOf(fields: readonly Field[]): Named[] {
  return fields.map(({ path, nameRange }) => ({ name: path.join('.'), range: nameRange }))
}

/** What a name in a path is a letter off of, and no other name there is. `box-id` and `boxId` are one name, and no letter of it is wrong. */
function meantBy(name: string, names: readonly string[], documented: readonly Named[]): Named | undefined {
  if (documented.some((it) => squash(it.name) === squash(name))) return undefined
  return documented.find((it) => !names.includes(it.name) && isMistyped(name, it.name))
}

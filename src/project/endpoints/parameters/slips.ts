import { sectionsAround } from '../../../facts/sections.ts'
import { isMistyped } from '../../../spelling.ts'
import { squash } from '../../../text.ts'
import type { Document, Endpoint, Section } from '../../../types.ts'
import { once } from '../../once.ts'
import type { EndpointIndex } from '../../types/endpoints.ts'
import type { EndpointGroup } from '../../types/groups.ts'
import type { DocumentedName, UndocumentedParameter } from '../../types/parameters.ts'
import { isPart } from '../parts.ts'
import { parameterNames } from '../paths.ts'
import { namesIn } from './documented.ts'

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
      return strange.flatMap((name) => slipOf({ endpoint, name }, names, documented()))
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
    const rows = namesIn(fields)
    return inPath.flatMap((it) => slipOf(it, names, rows))
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
    const rows = namesIn(fields).filter(({ name }) => name.length >= least)
    const names = parameterNames([index.path(endpoint)])
    return names.flatMap((name) => slipOf({ endpoint, name }, names, rows))
  })
}

/** "Parameters" and "Example" stand below what they are of. */
function ownerOf(section: number, sections: readonly Section[]): number {
  return sectionsAround(sections, section).find((it) => !isPart(sections[it]?.title ?? '')) ?? 0
}

interface LongName extends DocumentedName {
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

/** A name in a path that is a letter off of what no other name there is. `box-id` and `boxId` are one name, and no letter of it is wrong. */
function slipOf(
  { endpoint, name }: Pick<LongName, 'endpoint' | 'name'>,
  names: readonly string[],
  documented: readonly DocumentedName[],
): UndocumentedParameter[] {
  if (documented.some((it) => squash(it.name) === squash(name))) return []
  const as = documented.find((it) => !names.includes(it.name) && isMistyped(name, it.name))
  return as ? [{ endpoint, name, as }] : []
}

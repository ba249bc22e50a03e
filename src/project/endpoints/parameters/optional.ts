import { isBodiless } from '../../../facts/methods.ts'
import { leadOf, namesQuery } from '../../../facts/schemas/announcements.ts'
import { getOrAdd } from '../../../grouped.ts'
import type { Document, Endpoint, Field, Range, Schema } from '../../../types.ts'
import type { EndpointIndex } from '../../types/endpoints.ts'
import type { EndpointGroup, Segment } from '../../types/groups.ts'
import type { DocumentedName, StrayParameter } from '../../types/parameters.ts'
import { isUnclear, literals, parameterNames } from '../paths.ts'

/**
 * Rows that call a parameter of the path optional, which each call of the path has to fill in. A segment may be left out all the
 * same where the row says so in words, or where the section is about making one as well as about changing it.
 */
export function optionalInPath(index: EndpointIndex, document: Document): StrayParameter[] {
  return [...optionalRows(index, document)].flatMap(([group, rows]): StrayParameter[] => {
    const [endpoint] = group.definitions
    if (!endpoint) return []
    return rows
      .filter((it) => isFixed(it.name, group, index) && !leftOut.test(saidOf(it.range, document)))
      .filter(({ name, range }) => !isLast(name, group, index) || !makesOrChanges.test(between(group, range[0])))
      .map(({ name, range }) => ({ name, range, endpoint }))
  })
}

function optionalRows(index: EndpointIndex, document: Document): Map<EndpointGroup, DocumentedName[]> {
  const found = new Map<EndpointGroup, Map<number, DocumentedName>>()
  const add = (group: EndpointGroup, it: DocumentedName) => getOrAdd(found, group, () => new Map()).set(it.range[0], it)
  for (const [group, names] of index.parameters.documented(document))
    for (const it of names.values()) if (it.isOptional && it.inPath) add(group, it)
  for (const schema of document.facts.schemas) {
    const optional = schema.fields.filter(({ required }) => required === 'no')
    const group = optional.length > 0 ? index.of(document, schema.section) : undefined
    if (!group) continue
    const rows = optional.filter((it) => it.place === 'path' || isOfCall(it, schema, group, index))
    for (const { path, nameRange } of rows) add(group, { name: path.join('.'), range: nameRange })
  }
  return new Map([...found].map(([group, rows]) => [group, [...rows.values()]]))
}

/**
 * A row that says no place, of a parameter of a call that has no body: nothing but the path can have it, unless the table is
 * about another part of the call, or about what comes back.
 */
function isOfCall({ place, path }: Field, schema: Schema, group: EndpointGroup, index: EndpointIndex): boolean {
  const { definitions, document } = group
  const [start] = schema.range
  if (place !== undefined || !definitions.every(({ method }) => isBodiless(method))) return false
  if (schema.role !== 'parameters' && !parameterColumn.test(document.text.slice(start, start + 60))) return false
  const said = `${document.facts.sections[schema.section]?.title}\n${leadOf(document.text, start)}`
  if (namesQuery.test(said) || ofOtherParts.test(said) || comesBack.test(between(group, start))) return false
  return !isLeftOutInCalls(path.join('.'), group, index)
}

const parameterColumn = /^[|\s*_`]*param(?:eter)?s?\b/i
const ofOtherParts = /\b(?:headers?|body|form|cookies?|filters?|payload)\b/i
const comesBack = /\b(?:response|returns?|returned|result|output)\b/i

/** What stands between the heading of a section and a place in it. */
function between({ document, section }: EndpointGroup, at: number): string {
  return document.text.slice(document.facts.sections[section]?.range[0] ?? at, at)
}

function isFixed(name: string, { definitions }: EndpointGroup, index: EndpointIndex): boolean {
  return definitions.every((it) => {
    const path = index.path(it)
    return (
      path.variants.length === 1 &&
      !isUnclear(it.path) &&
      !mayLack.test(it.path) &&
      parameterNames([path]).includes(name)
    )
  })
}

/** `{id?}` */
const mayLack = /\?\}/

/** Whether a path that ends before the parameter would be one of its own. */
function isLast(name: string, { definitions }: EndpointGroup, index: EndpointIndex): boolean {
  return definitions.some((it) => parameterNames([{ opaque: false, variants: [lastOf(it, index)] }]).includes(name))
}

function lastOf(endpoint: Endpoint, index: EndpointIndex): Segment[] {
  return index.path(endpoint).variants[0]?.slice(-1) ?? []
}

/** A call of the section that ends with the word before the parameter. */
function isLeftOutInCalls(name: string, group: EndpointGroup, index: EndpointIndex): boolean {
  if (!isLast(name, group, index)) return false
  const before = new Set(
    group.definitions.flatMap((it) => index.path(it).variants.flatMap((path) => literals(path.slice(-2, -1)))),
  )
  return group.samples.some((it) => lastOf(it, index).some((end) => end.kind === 'literal' && before.has(end.text)))
}

/** Its line, and the next one. */
function saidOf([, end]: Range, { text }: Document): string {
  return text
    .slice(end, end + 300)
    .split('\n', 2)
    .join('\n')
}

const leftOut =
  /\b(?:optional(?:ly)?|default|all|if|when|without|omit\w*|leave\w*|empty|blank|not (?:given|set|specified|provided))\b|默认|不传|不填|全部|所有|省略|생략|전체/i

/** "Creates or updates a pot": without its name, a new one is made. */
const makesOrChanges = /\bcreat\w*\b[^.\n]{0,20}\bupdat|\b(?:updat|edit)\w*\b[^.\n]{0,20}\bcreat|\bupsert/i

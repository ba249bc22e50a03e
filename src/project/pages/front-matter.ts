import { counted } from '../../grouped.ts'
import { child, member, members, plain } from '../../parse/json.ts'
import type { SchemaFault } from '../../schema/user-schema.ts'
import { commonKeys, frontMatterKeys, isForSlate, type Keys } from '../../site/front-matter-keys.ts'
import { nearest } from '../../spelling.ts'
import { startOfLine } from '../../text.ts'
import type { Document, JsonNode, Range } from '../../types.ts'
import { frontMatterOf } from '../documents.ts'
import { once } from '../once.ts'
import type { FrontMatterFault, FrontMatterSchema } from '../types/pages.ts'
import type { Project } from '../types/project.ts'

export function indexFrontMatter(project: Project): (document: Document) => FrontMatterFault[] {
  const uses = counted([...project.documents.values()].flatMap(({ facts }) => keysOf(facts.frontMatter?.data)))
  const saidAt = once(() => firstPages(project))
  return (document) => {
    const data = document.facts.frontMatter?.data
    if (data?.kind !== 'object') return []
    const schemas = (project.frontMatterSchemas ?? []).filter((it) => it.matches(document.path))
    // Who brings a schema has said all there is to say.
    if (schemas.length > 0) return schemas.flatMap((it) => schemaFaults(document, data, it, saidAt()))
    const keys = expected(project.site(document.path).generator, data)
    return keys ? [...kinds(document.text, data, keys), ...misspelt(project, data, keys, uses)] : []
  }
}

/** The first page that a schema which cannot be used is for. */
function firstPages(project: Project): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const { path, pages } of project.frontMatterSchemas ?? []) {
    const first = pages.find((it) => frontMatterOf(project, it)?.kind === 'object')
    if (first !== undefined && !found.has(path)) found.set(path, first)
  }
  return found
}

function keysOf(data: JsonNode | undefined): string[] {
  return members(data).map(({ key }) => key)
}

function expected(generator: string, data: JsonNode): Keys | undefined {
  return frontMatterKeys[isForSlate(data) ? 'slate' : generator]
}

function kinds(text: string, data: JsonNode, keys: Keys): FrontMatterFault[] {
  return Object.entries(keys).flatMap(([key, wanted]) => {
    const value = member(data, key)
    if (value && wanted.includes('array') && isGlued(text, value)) {
      const [at] = value.range
      return [{ range: [at, at + 1], message: `no blank stands behind this "-", so "${key}" is a string and no list` }]
    }
    if (!value || wanted === 'any' || isTemplate(text, value) || wanted.split('|').some((kind) => fits(value, kind)))
      return []
    return [{ range: value.range, message: `"${key}" is ${article(value.kind)}, not ${articles(wanted)}` }]
  })
}

/** `-/old.html` on a line of its own: YAML takes it for a word that begins with a dash. */
function isGlued(text: string, { kind, range: [start] }: JsonNode): boolean {
  if (kind !== 'string' || text[start] !== '-' || !/[^\s\d-]/.test(text[start + 1] ?? ' ')) return false
  return text.slice(startOfLine(text, start), start).trim() === ''
}

/** `{{ name }}`, unquoted: to YAML a mapping whose key is a mapping, and in truth a template of pages to come. */
function isTemplate(text: string, value: JsonNode): boolean {
  return value.kind === 'object' && text.startsWith('{{', value.range[0])
}

/** Readers of YAML are generous with scalars: numbers are titles, "yes" is true to Ruby, and "3" counts. */
function fits(value: JsonNode, kind: string): boolean {
  if (value.kind === kind || value.kind === 'null' || value.kind === 'unknown') return true
  if (value.kind !== 'string') return kind === 'string' && (value.kind === 'number' || value.kind === 'boolean')
  const text = String(value.value)
  if (/\{\{|\{%|<%/.test(text)) return true
  if (kind === 'number') return /^-?\d+(?:\.\d+)?$/.test(text)
  return kind === 'boolean' && /^(?:yes|no|on|off|true|false)$/i.test(text)
}

/** A key that nobody reads, one or two letters from one that is read. */
function misspelt(project: Project, data: JsonNode, keys: Keys, uses: ReadonlyMap<string, number>): FrontMatterFault[] {
  const free = once(() => Object.keys(keys).filter((key) => !member(data, key)))
  return members(data).flatMap(({ key, keyRange }) => {
    if (Object.hasOwn(keys, key) || commonKeys.has(key) || key.length < 4) return []
    const near = nearest(key, free(), key.length < 6 ? 1 : 2)
    if (near === undefined || isOwn(project, key, near, uses)) return []
    return [{ range: keyRange, message: `unknown key "${key}"`, near }]
  })
}

/** A key that several pages have and its neighbour none, that is used often, or that a template reads, is the site's own. */
function isOwn({ documents }: Project, key: string, near: string, uses: ReadonlyMap<string, number>): boolean {
  const count = uses.get(key) ?? 0
  if (count > 2 || (count > 1 && !uses.has(near))) return true
  return [...documents.values()].some(({ text }) => text.includes(`page.${key}`))
}

/** What the user's schema says of a page; that it cannot be used, once. */
function schemaFaults(
  { path }: Document,
  data: JsonNode,
  { problem, check, path: name }: FrontMatterSchema,
  saidAt: ReadonlyMap<string, string>,
): FrontMatterFault[] {
  if (problem === undefined) return check(plain(data)).map((it) => located(data, it))
  return saidAt.get(name) === path ? [{ range: start(data), message: problem }] : []
}

function start({ range }: JsonNode): Range {
  return [range[0], range[0] + 1]
}

/** The value (or key) that a path of a validator's fault leads to; its nearest ancestor where there is none. */
function located(data: JsonNode, { kind, path, message, key, near }: SchemaFault): FrontMatterFault {
  let node = data
  let range = start(data)
  for (const step of path) {
    const next = child(node, step)
    if (!next) break
    node = next
    range = node.range
  }
  const own = node.kind === 'object' && key !== undefined ? node.members.find((it) => it.key === key) : undefined
  const name = path.length === 0 ? 'the front matter' : `"${path.join('.')}"`
  const says =
    kind === 'schema' ? `${name} ${message}` : kind === 'missing' ? `${name} has no "${key}"` : `unknown key "${key}"`
  return { range: own?.keyRange ?? range, message: says, near }
}

function article(kind: string): string {
  return kind === 'array' ? 'a list' : kind === 'object' ? 'a mapping' : `a ${kind}`
}

function articles(kinds: string): string {
  return kinds.split('|').map(article).join(' or ')
}

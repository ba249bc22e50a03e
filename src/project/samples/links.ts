import { member } from '../../parse/json.ts'
import type { Place } from '../../schema/contradiction.ts'
import { derive } from '../../schema/derive.ts'
import { type Judge, judgeBy } from '../../schema/judge.ts'
import { decodePercent } from '../../text.ts'
import type { Document, Field, JsonNode, Link, Range, Sample, Schema } from '../../types.ts'
import type { Project } from '../index.ts'
import { once, onceEach } from '../once.ts'
import { countTitles, foldAnchor, objectIn, ownName, sectionsByAnchor } from './anchors.ts'
import { indexTypes } from './annotations.ts'
import { namesInSentences } from './beside.ts'
import { schemasByTitle } from './mislinked.ts'
import { namesIn } from './names.ts'
import { pageObject } from './page-object.ts'
import { pageOf, pagesByStem } from './stems.ts'

/** Schemas of Markdown pages, as JSON Schema, and where links lead to them. */
export interface SchemaLinks {
  /** Follows the links of derived schemas; `undefined` where one leads to no table. */
  resolve(place: Place): Place | undefined
  /** What a sample contradicts in a schema. */
  judge: Judge
  schema(document: Document, schema: Schema): Place
  /** The names of a schema's own properties, folded. */
  keys(schema: Schema): ReadonlySet<string>
  /** Links that may name a payload: those of a table describe its rows. */
  outsideTables(document: Document): readonly Link[]
  /** The object that a link names: the first one in the section, or on the page, that it leads to. */
  target(document: Document, link: Pick<Link, 'kind' | 'url'>): NamedSchema | undefined
  /** Where the type of a field leads, or what has its words as a title where that is broken. */
  typeOf(document: Document, field: Field): string | undefined
  /** What a list holds, where it is all that a table describes. */
  listed(whole: NamedSchema): NamedSchema | undefined
  /** What the page says of the type that an annotation gives the sample. */
  annotated(document: Document, sample: Sample): NamedSchema | undefined
  /** The first object below each title of a page. */
  byTitle(document: Document): ReadonlyMap<string, Schema>
  /** Names of properties in the sentences of a page, folded. */
  inSentences(document: Document): readonly string[]
}

export interface NamedSchema {
  document: Document
  schema: Schema
  named: 'table' | 'page'
}

export function indexSchemaLinks(project: Project): SchemaLinks {
  const derived = new Map<Schema, JsonNode>()
  const sections = onceEach(sectionsByAnchor)
  const titles = onceEach(countTitles)
  const objects = onceEach(pageObject)
  const pages = once(() => pagesByStem(project))
  const types = once(() => indexTypes(project.documents.values()))
  const followed = new Map<JsonNode, Place | undefined>()
  const links: SchemaLinks = {
    judge: (sample, schema) => judge(sample, schema),
    schema(document, schema) {
      const node = derived.get(schema) ?? derivedOf(document, schema)
      derived.set(schema, node)
      return { path: document.path, node }
    },
    keys: onceEach(namesIn),
    outsideTables: onceEach(linksOutsideTables),
    byTitle: onceEach(schemasByTitle),
    inSentences: onceEach(namesInSentences),
    target(document, link) {
      const { page, fragment } = destination(document, link)
      if (!page || fragment === undefined) return undefined
      if (fragment === '') return page === document ? undefined : ofPage(page)
      const known = sections(page)
      const name = foldAnchor(decodePercent(fragment))
      // A link whose anchor only separates its words otherwise is broken for a browser, yet says what it means.
      const section = known.get(`#${fragment}`) ?? known.get(name) ?? known.get(name.replaceAll('-', ''))
      const schema = section === undefined ? undefined : objectIn(page, section)
      return schema && { document: page, schema, named: 'table' }
    },
    typeOf(document, { links: [url], typeText, format }) {
      const at = url?.indexOf('#') ?? -1
      if (url === undefined || at < 0 || links.target(document, { kind: 'link', url })) return url
      const titles = [typeText, format].map((it) => `${url.slice(0, at)}#${it}`)
      return titles.find((it) => links.target(document, { kind: 'link', url: it })) ?? url
    },
    listed({ document, schema }) {
      const [field, another] = schema.fields
      const [url] = field?.type.kinds?.includes('array') && !another ? field.links : []
      return url === undefined ? undefined : links.target(document, { kind: 'link', url })
    },
    annotated(document, sample) {
      const page = types()(document, sample)
      return page && ofPage(page)
    },
    resolve(place) {
      const ref = reference(place.node)
      if (ref === undefined) return place
      if (!followed.has(place.node)) followed.set(place.node, follow(place, ref))
      return followed.get(place.node)
    },
  }
  const judge = judgeBy(links.resolve)
  return links

  function ofPage(document: Document): NamedSchema | undefined {
    const found = objects(document)
    return found && { document, schema: found.schema, named: 'page' }
  }

  /** Pages are found by their names first: whether a site builds them is another question. */
  function destination(document: Document, link: Pick<Link, 'kind' | 'url'>): { page?: Document; fragment?: string } {
    const [name = '', fragment = ''] = link.url.split('#', 2)
    if (name === '' && link.kind === 'link') return { page: document, fragment }
    const page = link.kind === 'link' ? pageOf(project, pages(), document, name) : undefined
    if (page) return { page, fragment }
    const found = project.resolve(document, link)
    return found.kind === 'document' ? { page: project.documents.get(found.path), fragment: found.fragment } : {}
  }

  /** Contracts refer with pointers, pages with links. */
  function follow(place: Place, ref: string): Place | undefined {
    const from = project.documents.get(place.path)
    if (!from) return undefined
    if (from.facts.spec) return project.specs.resolve(place)
    const tag = /^\{\{(.*)\}\}$/.exec(ref)?.[1]
    const found = links.target(from, tag === undefined ? { kind: 'link', url: ref } : { kind: 'shortcode', url: tag })
    if (!found) return undefined
    // A page may say more of an object than its first table does.
    const schema = found.named === 'table' ? found.schema : objects(found.document)?.sure
    return schema && links.schema(found.document, schema)
  }

  function derivedOf(document: Document, schema: Schema): JsonNode {
    const node = derive(schema, (field) => linkOf(document, schema, field))
    const name = ownName(document, schema)
    return (name === undefined ? undefined : member(member(node, 'properties'), name)) ?? node
  }

  function linkOf(document: Document, schema: Schema, field: Field) {
    const url = links.typeOf(document, field) ?? tagIn(document, field.typeRange)
    if (url !== undefined) return { url, guessed: isListOfWords(document, url) }
    const guess = titled(document, schema, field)
    return guess === undefined ? undefined : { url: guess, guessed: true }
  }

  /** `array of [scopes](#scopes)` leads to a table of names without types: the fields of an object, or the words that there are. */
  function isListOfWords(document: Document, url: string): boolean {
    const target = url.startsWith('{{') ? undefined : links.target(document, { kind: 'link', url })
    return target?.schema.fields.every(({ typeText }) => typeText === '') ?? false
  }

  /** A table whose title is the name of a field, or of its type, describes it. */
  function titled(document: Document, schema: Schema, { path, type, typeText, format }: Field): string | undefined {
    if (!type.kinds?.some((it) => it === 'object' || it === 'array')) return undefined
    const name = path.findLast((it) => it !== '[]') ?? ''
    const named = typeText.replace(/\b(?:object|array|list|of|an?)\b|[^\w ]/gi, ' ').trim()
    const parts = ['schema', 'attributes', 'properties', 'fields', 'object'].map((it) => `${name} ${it}`)
    // Where several sections go by a name, it leads to the first of them only.
    const isRepeated = (title: string) => (titles(document).get(foldAnchor(title)) ?? 0) > 1
    return [named, format, name, ...parts, named.replace(/s$/, ''), name.replace(/s$/, '')]
      .filter((it) => it.length > 1 && !isRepeated(it))
      .map((it) => `#${it}`)
      .find((it) => {
        const target = links.target(document, { kind: 'link', url: it })
        return target && target.schema !== schema
      })
  }
}

/** A type whose link is a template's tag: its target in the braces of one, for no link looks like that. */
function tagIn({ text, facts }: Document, range: Range): string | undefined {
  if (!text.slice(...range).includes('{{')) return undefined
  const tag = facts.links.find((it) => it.kind === 'shortcode' && within(it.range, range))
  return tag && `{{${tag.url}}}`
}

function reference(node: JsonNode): string | undefined {
  const value = node.kind === 'object' ? node.members.find(({ key }) => key === '$ref')?.value : undefined
  return value?.kind === 'string' ? String(value.value) : undefined
}

function linksOutsideTables({ facts: { links, tables } }: Document): Link[] {
  return links.filter(
    (it) => (it.kind === 'link' || it.kind === 'shortcode') && !tables.some((table) => within(it.range, table.range)),
  )
}

export function within(inner: Range, outer: Range): boolean {
  return inner[0] >= outer[0] && inner[1] <= outer[1]
}

import { decodePercent } from '../../../text.ts'
import type { Document, Field, Link, Schema } from '../../../types.ts'
import type { Project } from '../../index.ts'
import { once, onceEach, onceIn } from '../../once.ts'
import { foldAnchor, sectionsByAnchor } from '../../sections.ts'
import { atOffset } from './captions.ts'
import { type PageObject, pageObject } from './page-object.ts'
import { objectIn } from './section-object.ts'
import { pageOf, pagesByStem } from './stems.ts'

export type Destination = Pick<Link, 'kind' | 'url'>

export interface NamedSchema {
  document: Document
  schema: Schema
  named: 'table' | 'page'
}

/** Where links lead, for who asks what they say of a payload: to objects, and not only to pages. */
export interface SchemaTargets {
  /** The object that a link names: the first one in the section, or on the page, that it leads to. */
  target(document: Document, link: Destination): NamedSchema | undefined
  /** Where the type of a field leads, or what has its words as a title where that is broken. */
  typeOf(document: Document, field: Field): string | undefined
  /** What a list holds, where it is all that a table describes. */
  listed(whole: NamedSchema): NamedSchema | undefined
  /** What a table and the object of its page say together: a part of a page may add to its object for one of its kinds. */
  extended(document: Document, part: Schema): Schema | undefined
  /** What a page as a whole describes. */
  object(document: Document): PageObject | undefined
}

export function indexTargets(project: Project): SchemaTargets {
  const sections = onceEach(sectionsByAnchor)
  const object = onceEach(pageObject)
  const pages = once(() => pagesByStem(project))

  /** Pages are found by their names first: whether a site builds them is another question. */
  function destination(document: Document, link: Destination): { page?: Document; fragment?: string } {
    const [name = '', fragment = ''] = link.url.split('#', 2)
    if (name === '' && link.kind === 'link') return { page: document, fragment }
    const page = link.kind === 'link' ? pageOf(project, pages(), document, name) : undefined
    if (page) return { page, fragment }
    const found = project.resolve(document, link)
    return found.kind === 'document' ? { page: project.documents.get(found.path), fragment: found.fragment } : {}
  }

  function target(document: Document, link: Destination): NamedSchema | undefined {
    const offset = atOffset.exec(link.url)?.[1]
    if (offset !== undefined) {
      const schema = document.facts.schemas.find((it) => it.range[0] === Number(offset))
      return schema && { document, schema, named: 'table' }
    }
    const { page, fragment } = destination(document, link)
    if (!page || fragment === undefined) return undefined
    if (fragment === '') return page === document ? undefined : wholeOf(page, object(page))
    const known = sections(page)
    const name = foldAnchor(decodePercent(fragment))
    // A link whose anchor only separates its words otherwise is broken for a browser, yet says what it means.
    const section = known.get(`#${fragment}`) ?? known.get(name) ?? known.get(name.replaceAll('-', ''))
    const schema = section === undefined ? undefined : objectIn(page, section)
    return schema && { document: page, schema, named: 'table' }
  }

  return {
    target,
    object,
    extended: onceIn((document, schema) => {
      const base = object(document)?.schema
      return base && base !== schema ? { ...base, fields: [...base.fields, ...schema.fields] } : undefined
    }),
    typeOf: (document, field) => linkOfType(field, (url) => target(document, { kind: 'link', url }) !== undefined),
    listed({ document, schema: { fields } }) {
      const [field, another] = fields
      const [url] = field?.type.kinds?.includes('array') && !another ? field.links : []
      return url === undefined ? undefined : target(document, { kind: 'link', url })
    },
  }
}

export function wholeOf(document: Document, object: PageObject | undefined): NamedSchema | undefined {
  return object && { document, schema: object.schema, named: 'page' }
}

function linkOfType({ links: [url], typeText, format }: Field, leads: (url: string) => boolean): string | undefined {
  const at = url?.indexOf('#') ?? -1
  if (url === undefined || at < 0 || leads(url)) return url
  return [typeText, format].map((it) => `${url.slice(0, at)}#${it}`).find(leads) ?? url
}

import type { Document, Field } from '../../../types.ts'
import { onceEach, onceIn } from '../../once.ts'
import type { Project } from '../../types/project.ts'
import { atOffset } from './captions.ts'
import { type PageObject, pageObject } from './page-object.ts'
import { objectIn } from './section-object.ts'
import type { Destination, NamedSchema, SchemaTargets } from './types.ts'

export function indexTargets(project: Project): SchemaTargets {
  const object = onceEach(pageObject)

  function destination(document: Document, link: Destination): { page?: Document; fragment?: string } {
    if (link.kind === 'link' && link.url.startsWith('#')) return { page: document, fragment: link.url.slice(1) }
    const found = project.resolve(document, link)
    // Whether the site builds the page is another question than what that describes.
    const isPage = found.kind === 'document' || found.kind === 'unbuilt'
    return isPage ? { page: project.documents.get(found.path), fragment: found.fragment } : {}
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
    const section = project.anchors.section(page, fragment)
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

import { onlyOne, shelve } from '../../../grouped.ts'
import { items, member, text } from '../../../parse/json.ts'
import { isBelow, splitPath } from '../../../paths.ts'
import { textBefore } from '../../../text.ts'
import type { Document, JsonNode, Sample } from '../../../types.ts'
import { mayBeAnnotated } from '../../documents.ts'

/** Which page describes the type that an annotation gives a sample. */
type TypePages = (document: Document, sample: Sample) => Document | undefined

const resource = /<!--\s*\{[^{}]{0,400}"blockType"\s*:\s*"resource"[^{}]{0,2000}\}\s*-->/
const resources = new RegExp(resource, 'g')
const typeName = /"@(?:odata\.)?type"\s*:\s*"#?(?:Collection\()?([\w.]{3,120})\)?"/i
/** Between an annotation and its sample stand a fence and, in a message, a status line with its headers. */
const farthest = 600

/**
 * `<!-- { "blockType": "response", "@odata.type": "a.herd" } -->` (or "@type") above a sample, and the same with "resource" on the page
 * of the type: hidden from readers, and the author's own word for what a sample is.
 */
export function indexTypes(documents: Iterable<Document>): TypePages {
  const pages = new Map<string, Document[]>()
  for (const document of documents) {
    const name = mayBeAnnotated(document) ? describedType(document.text) : undefined
    if (name !== undefined) shelve(pages, name, document)
  }
  return (document, { range: [at], json }) => {
    if (pages.size === 0) return undefined
    const name = annotatedType(textBefore(document.text, at, farthest))
    // A sample that says itself what it is shows a type derived of the annotated one.
    if (name === undefined || (json && typesIn(json).some((own) => own !== name))) return undefined
    // Several versions of an API describe a type each.
    return onlyOne((pages.get(name) ?? []).filter((it) => isNear(it.path, document.path)))
  }
}

/** What an object, or each of a list, says of itself; what it holds has types of its own. */
function typesIn(json: JsonNode): string[] {
  return [json, ...items(json), ...items(member(json, 'value'))].flatMap((node) => {
    const own = text(member(node, '@odata.type') ?? member(node, '@type'))
    return own === undefined ? [] : [own.replace(/^#/, '').toLowerCase()]
  })
}

/** Whether the page is the one place of one type, by its author's word. */
export function describesOne(document: Document): boolean {
  return mayBeAnnotated(document) && Array.from(document.text.matchAll(resources)).length === 1
}

function describedType(text: string): string | undefined {
  const comment = resource.exec(text)?.[0]
  return comment === undefined ? undefined : typeName.exec(comment)?.[1]?.toLowerCase()
}

/** The type in the last comment, if nothing but the beginning of a fence stands behind it. */
function annotatedType(before: string): string | undefined {
  const end = before.lastIndexOf('-->')
  const start = before.lastIndexOf('<!--', end)
  if (start < 0 || !/^-->\s*(?:$|(?:`{3}|~{3})(?![\s\S]*\n[ \t]*(?:`{3}|~{3})))/.test(before.slice(end)))
    return undefined
  const comment = before.slice(start, end)
  return comment.includes('"blockType"') ? typeName.exec(comment)?.[1]?.toLowerCase() : undefined
}

/** In a folder beside that of the page which describes the type, or around it. */
function isNear(page: string, other: string): boolean {
  const { folder } = splitPath(splitPath(page).folder)
  return isBelow(other, folder)
}

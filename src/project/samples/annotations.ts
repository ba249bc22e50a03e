import { splitPath } from '../../text.ts'
import type { Document, Sample } from '../../types.ts'

/** Which page describes the type that an annotation gives a sample. */
export type TypePages = (document: Document, sample: Sample) => Document | undefined

const resource = /<!--\s*\{[^{}]{0,400}"blockType"\s*:\s*"resource"[^{}]{0,2000}\}\s*-->/
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
    const name = document.text.includes('"blockType"') ? describedType(document.text) : undefined
    if (name !== undefined) pages.set(name, [...(pages.get(name) ?? []), document])
  }
  return (document, { range: [at, end] }) => {
    if (pages.size === 0) return undefined
    const name = annotatedType(document.text.slice(Math.max(0, at - farthest), at))
    // A sample that says itself what it is shows a type derived of the annotated one.
    const own = typeName.exec(document.text.slice(at, end))?.[1]?.toLowerCase()
    if (own !== undefined && own !== name) return undefined
    // Several versions of an API describe a type each.
    const near = (name === undefined ? [] : (pages.get(name) ?? [])).filter((it) => isNear(it.path, document.path))
    return near.length === 1 ? near[0] : undefined
  }
}

function describedType(text: string): string | undefined {
  const comment = resource.exec(text)?.[0]
  return comment === undefined ? undefined : typeName.exec(comment)?.[1]?.toLowerCase()
}

/** The type in the last comment, if nothing but the beginning of a fence stands behind it. */
function annotatedType(before: string): string | undefined {
  const end = before.lastIndexOf('-->')
  const start = before.lastIndexOf('<!--', end)
  if (start < 0 || !/^-->\s*(?:`{3}|~{3})(?![\s\S]*\n[ \t]*(?:`{3}|~{3}))/.test(before.slice(end))) return undefined
  const comment = before.slice(start, end)
  return comment.includes('"blockType"') ? typeName.exec(comment)?.[1]?.toLowerCase() : undefined
}

/** In the folder of the other page, or in one beside it. */
function isNear(one: string, other: string): boolean {
  const parent = (path: string) => splitPath(splitPath(path).folder).folder
  return parent(one) === parent(other)
}

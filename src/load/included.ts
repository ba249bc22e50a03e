import { buildProject } from '../project/index.ts'
import type { Included, Sources } from '../project/types/project.ts'
import type { Document, Include } from '../types.ts'
import { textIn } from './document.ts'
import type { Reader } from './reader.ts'

/** Deeper nests and longer lists exist only by mistake or by malice. */
const maxDepth = 16
const maxFiles = 1000

/**
 * The files that documents include and that nobody asked to lint: code with regions, partials in other formats. They are
 * read because what includes them is judged with them; nothing is ever reported in them.
 */
export async function loadIncluded(
  reader: Reader,
  sources: Sources,
  read: (path: string) => Promise<Document>,
): Promise<Included> {
  const included = {
    documents: new Map<string, Document>(),
    texts: new Map<string, string>(),
    outside: new Set<string>(),
  }
  const seen = new Set<string>()
  let todo = [...sources.documents.values()].filter((it) => it.facts.includes.length > 0)
  for (let depth = 0; depth < maxDepth && todo.length > 0; depth++) {
    const next: Document[] = []
    for (const { path, include } of filesOf(sources, included, todo)) {
      if (seen.has(path) || seen.size >= maxFiles) continue
      seen.add(path)
      const content = readFile(reader, path)
      if (content === 'outside') included.outside.add(path)
      else if (content !== undefined && !include.literal && isMarkup(path)) {
        const document = await read(path)
        included.documents.set(path, document)
        next.push(document)
      } else if (content !== undefined) included.texts.set(path, content.text)
    }
    todo = next
  }
  return included
}

function readFile(reader: Reader, path: string): { text: string } | 'outside' | undefined {
  const content = reader.read(path)
  if (!(content instanceof Uint8Array) && content.outside) return 'outside'
  const text = textIn(content)
  return text === undefined ? undefined : { text }
}

function filesOf(sources: Sources, included: Included, documents: Document[]): { path: string; include: Include }[] {
  const project = buildProject({ ...sources, included })
  return documents.flatMap((document) =>
    document.facts.includes.flatMap((include) => {
      const target = project.includes.resolve(document, include)
      if (target.kind === 'file') return [{ path: target.path, include }]
      // A link that leads out was a target too, and could not be read.
      const broken =
        target.kind === 'document' && project.document(target.path)?.facts.problems[0]?.kind === 'unreadable'
      return broken ? [{ path: target.path, include: { ...include, literal: true as const } }] : []
    }),
  )
}

/** What may hold anchors, headings and further includes. */
function isMarkup(path: string): boolean {
  return /\.(?:md|markdown|mdx|mdown|html?|erb|txt|inc)$|(?:^|\/)[^./]+$/i.test(path)
}

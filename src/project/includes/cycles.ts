import { shelve } from '../../grouped.ts'
import type { Document } from '../../types.ts'
import type { Cycle } from '../types/includes.ts'
import type { Project } from '../types/project.ts'

interface Frame {
  document: Document
  next: number
}

/** Every cycle once, by the document in which it closes. One walk, iterative; documents in order of their paths. */
export function findCycles(project: Project): Map<string, Cycle[]> {
  const found = new Map<string, Cycle[]>()
  const done = new Set<Document>()
  for (const start of project.documents.values()) {
    if (start.facts.includes.length > 0 && !done.has(start)) walk(project, start, done, found)
  }
  return found
}

function walk(project: Project, start: Document, done: Set<Document>, found: Map<string, Cycle[]>): void {
  const frames: Frame[] = [{ document: start, next: 0 }]
  const open = new Map<Document, number>([[start, 0]])
  for (let top = frames.at(-1); top; top = frames.at(-1)) {
    const { document } = top
    const include = document.facts.includes[top.next++]
    if (!include) {
      done.add(document)
      open.delete(document)
      frames.pop()
      continue
    }
    // A part of a page need not hold what the page includes.
    const target = include.literal || include.selector ? undefined : project.includes.resolve(document, include)
    const next = target?.kind === 'document' ? project.document(target.path) : undefined
    if (!next || done.has(next)) continue
    const at = open.get(next)
    if (at === undefined) {
      open.set(next, frames.length)
      frames.push({ document: next, next: 0 })
    } else {
      const cycle = { closing: { document, include }, chain: frames.slice(at).map((it) => it.document.path) }
      shelve(found, document.path, cycle)
    }
  }
}

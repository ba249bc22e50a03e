import type { Anchor, Document } from '../../../types.ts'
import { pagesWith } from '../../documents.ts'
import type { DuplicateAnchor } from '../../types/links.ts'
import type { Page } from '../../types/pages.ts'
import type { Project } from '../../types/project.ts'
import { isTemplated } from './fragment.ts'

/** Anchors that somebody wrote and that stand earlier on a page which shows this document. */
export function duplicateAnchors(project: Project, document: Document): DuplicateAnchor[] {
  if (document.facts.anchors.length === 0) return []
  const found = pagesWith(project, document.path).flatMap((page) => duplicatesOn(placesOf(project, page), document))
  return [...new Map(found.map((it) => [it.anchor, it])).values()]
}

interface Place {
  document: Document
  anchor: Anchor
}

/** What is a page by itself has its own place, and what a page includes twice is another rule's business. */
function placesOf(project: Project, { entry, parts }: Page): Place[] {
  const documents = new Set(parts.map((it) => it.document))
  return [...documents]
    .filter((it) => it === entry || project.pages.isFragment(it.path))
    .flatMap((it) =>
      it.facts.anchors.flatMap((anchor) =>
        anchor.kind === 'component' || isTemplated(anchor.id) ? [] : [{ document: it, anchor }],
      ),
    )
}

function duplicatesOn(places: Place[], document: Document): DuplicateAnchor[] {
  const first = new Map<string, Place>()
  const found: DuplicateAnchor[] = []
  for (const place of places) {
    const other = first.get(place.anchor.id)
    if (!other) first.set(place.anchor.id, place)
    else if (place.document === document && !sameLine(other, place)) {
      found.push({ anchor: place.anchor, first: { path: other.document.path, anchor: other.anchor } })
    }
  }
  return found
}

/** `<h2 id="x"><a name="x"></a>…`: both lead to the same line. */
function sameLine(a: Place, b: Place): boolean {
  return a.document === b.document && !a.document.text.slice(a.anchor.range[1], b.anchor.range[0]).includes('\n')
}

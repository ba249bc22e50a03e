import { getOrAdd } from '../../../grouped.ts'
import type { Document, Endpoint } from '../../../types.ts'
import { sortedDocuments } from '../../documents.ts'
import type { EndpointIndex } from '../../types/endpoints.ts'
import type { Segment } from '../../types/groups.ts'
import type { Project } from '../../types/project.ts'

/** A word that stands in a gap of a documented path. */
export interface Known {
  text: string
  /** Two words, whose slash is lost in `text`, or of which it is the second. */
  parted?: string
  /** The whole path, where it is the second. */
  whole?: string
  /** Several paths are so without one of their words. */
  isAmbiguous?: boolean
  definition: Endpoint
  document: Document
}

/** What is documented: whole paths, their beginnings, and the words that stand where a path has a gap. */
export interface Shelf {
  whole: Set<string>
  beginnings: Set<string>
  gaps: Map<string, Known[]>
}

/** Fewer words in common show no relation. */
const fewest = 3
/** Paths that are alike but for one word; of more, nobody can tell which is meant. */
const most = 50

export function shelfOf(project: Project, index: EndpointIndex): Shelf {
  const shelf: Shelf = { whole: new Set(), beginnings: new Set(), gaps: new Map() }
  for (const document of sortedDocuments(project)) {
    for (const { definitions } of index.groups(document)) {
      for (const definition of definitions)
        for (const segments of index.path(definition).variants) keep(shelf, segments, definition, document)
    }
  }
  return shelf
}

function keep({ whole, beginnings, gaps }: Shelf, segments: Segment[], definition: Endpoint, document: Document): void {
  const forms = segments.map((it) => (it.kind === 'literal' ? it.text : '*'))
  whole.add(forms.join('/'))
  for (const at of forms.keys()) beginnings.add(forms.slice(0, at + 1).join('/'))
  const words = forms.filter((it) => it !== '*').length
  if (words < fewest || segments.some(({ kind }) => kind === 'rest')) return
  const add = (key: string, text: string, parted?: string, whole?: string) => {
    const known = getOrAdd(gaps, key, () => [])
    const same = known.find((it) => it.text === text && (it.whole === undefined) === (whole === undefined))
    if (same) same.isAmbiguous ||= same.whole !== whole
    else if (known.length < most) known.push({ text, parted, whole, definition, document })
  }
  for (const [at, text] of forms.entries()) {
    if (isWord(text)) add(withGap(forms, at), text)
    const next = forms[at + 1] ?? '*'
    if (isWord(text + next)) add(withGap(forms.toSpliced(at + 1, 1), at), text + next, `${text}/${next}`)
    if (at > 0 && next !== '*' && isWord(text) && words > fewest)
      add(withGap(forms.toSpliced(at, 1), at), next, `${text}/${next}`, forms.join('/'))
  }
}

export function withGap(forms: readonly string[], at: number): string {
  return forms.with(at, '?').join('/')
}

export function isWord(text: string): boolean {
  return text.length > 4 && /^[a-z][a-z_-]+$/i.test(text)
}

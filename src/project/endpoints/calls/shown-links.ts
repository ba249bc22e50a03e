import { distance } from 'fastest-levenshtein'
import type { Document, Endpoint, Range } from '../../../types.ts'
import { sortedDocuments } from '../../documents.ts'
import type { Project } from '../../index.ts'
import type { EndpointIndex } from '../index.ts'
import { type Segment, splitSegments } from '../paths.ts'

/** A URL that a body shows, whose path is no endpoint that is documented, and all but one. */
export interface ShownLink {
  path: string
  /** Every place where the page shows that word there. */
  at: readonly Range[]
  shown: string
  meant: string
  definition: Endpoint
  document: Document
}

interface Known {
  text: string
  /** Two words, whose slash is lost in `text`. */
  parted?: string
  definition: Endpoint
  document: Document
}

/** What is documented: whole paths, their beginnings, and the words that stand where a path has a gap. */
interface Shelf {
  whole: Set<string>
  beginnings: Set<string>
  gaps: Map<string, Known[]>
}

/** Fewer words in common show no relation. */
const fewest = 3
/** Paths that are alike but for one word; of more, nobody can tell which is meant. */
const most = 50
/** Longer bases stand before no API. */
const longestBase = 3

export function indexShownLinks(project: Project, index: EndpointIndex): (document: Document) => readonly ShownLink[] {
  const shelf = shelfOf(project, index)
  return (document) => {
    const found = new Map<string, ShownLink & { at: Range[] }>()
    for (const { path, range } of linksInBodies(document, index)) {
      const slip = slipIn(path, shelf)
      if (!slip || isDocumented(path, index)) continue
      const key = `${slip.shown}\0${slip.definition.path}`
      const link = found.get(key) ?? { ...slip, path, at: [] }
      found.set(key, link)
      const at = range[0] + slip.start
      link.at.push([at, at + slip.shown.length])
    }
    return [...found.values()]
  }
}

/** Where a URL in code stands alone: as a value, as the text of an element, or on a line. */
const before = /(["'>])\s{0,2}https?:\/\/$|(?:^|\n)[ \t]{0,8}https?:\/\/$/
const behind = /^(\/[^\s"'<>?#\\]*)(?:\?[^\s"'<>\\]*)?(["'<]|[ \t]*(?:\n|\r|$))/

/** `"href": "https://…"`, `<Url>https://…</Url>`: a URL of the API's own host that is no call. */
function linksInBodies({ text, facts }: Document, index: EndpointIndex): { path: string; range: Range }[] {
  const called = new Set(facts.endpoints.map(({ pathRange }) => pathRange[0]))
  return facts.hosts.flatMap(({ name, range: [start, end] }) => {
    if (text[end] !== '/' || called.has(end) || !index.calls.hosts.has(name)) return []
    const opening = before.exec(text.slice(Math.max(0, start - 20), start))
    const [, path = '', close = ''] = behind.exec(text.slice(end, end + 400)) ?? []
    const [, open = ''] = opening ?? []
    if (!opening || close.trim() !== (open === '>' ? '<' : open)) return []
    return [{ path, range: [end, end + path.length] as const }]
  })
}

type Slip = Omit<ShownLink, 'at' | 'path'> & { start: number }

/** The one word that is all but what is documented in its place, the base path aside. */
function slipIn(path: string, { whole, beginnings, gaps }: Shelf): Slip | undefined {
  const parts = path.split('/').slice(1)
  const forms = parts.map((it) => (isValue(it) ? '*' : it))
  for (let cut = 0; cut <= longestBase && cut < parts.length; cut++) {
    const own = forms.slice(cut)
    if (whole.has(own.join('/'))) return undefined
    for (const [at, shown] of own.entries()) {
      if (!isWord(shown) || beginnings.has(own.slice(0, at + 1).join('/'))) continue
      const known = gaps.get(withGap(own, at))?.find((it) => (it.parted ? it.text === shown : isSlip(shown, it.text)))
      if (!known) continue
      const { text, parted = text, definition, document } = known
      const start = parts.slice(0, cut + at).join('/').length + (cut + at > 0 ? 2 : 1)
      return { shown, meant: parted, definition, document, start }
    }
  }
  return undefined
}

/** Whether an endpoint may be meant after all: one that has no word that the path lacks. */
function isDocumented(path: string, index: EndpointIndex): boolean {
  const parts = new Set(splitSegments(path))
  return index.matching({ path }).some(({ definition }) =>
    index.path(definition).variants.some((segments) => {
      const words = segments.filter(({ kind }) => kind === 'literal')
      return words.length > 1 && words.every((it) => it.kind === 'literal' && parts.has(it.text))
    }),
  )
}

function shelfOf(project: Project, index: EndpointIndex): Shelf {
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
  if (forms.filter((it) => it !== '*').length < fewest || segments.some(({ kind }) => kind === 'rest')) return
  const add = (key: string, text: string, parted?: string) => {
    const known = gaps.get(key) ?? []
    gaps.set(key, known)
    if (known.length < most && !known.some((it) => it.text === text)) known.push({ text, parted, definition, document })
  }
  for (const [at, text] of forms.entries()) {
    if (isWord(text)) add(withGap(forms, at), text)
    const next = forms[at + 1] ?? '*'
    if (next !== '*' && isWord(text + next))
      add(withGap(forms.toSpliced(at + 1, 1), at), text + next, `${text}/${next}`)
  }
}

function withGap(forms: readonly string[], at: number): string {
  return forms.with(at, '?').join('/')
}

/** An id, a code in capitals, a placeholder; a version is a word. */
function isValue(part: string): boolean {
  return (
    /[{<[:$%]|^[A-Z][A-Z\d-]*$/.test(part) ||
    (part.length > 25 && !/^[a-z]+(?:[-_][a-z]+)*$/.test(part)) ||
    (/\d/.test(part) && !/^v\d+(?:\.\d+)*$/i.test(part))
  )
}

function isWord(text: string): boolean {
  return text.length > 4 && /^[a-z][a-z_-]+$/i.test(text)
}

/** The same word in other letters, its plural, or a long one that is a letter or two off. */
function isSlip(shown: string, documented: string): boolean {
  const [one, other] = [plain(shown), plain(documented)]
  if (one === other || `${one}s` === other || `${other}s` === one) return true
  const length = Math.min(one.length, other.length)
  return length > 5 && distance(one, other) <= (length > 8 ? 2 : 1)
}

function plain(word: string): string {
  return word.replace(/[-_]/g, '').toLowerCase()
}

import { getOrAdd, shelveOnce } from '../../../grouped.ts'
import { editsBetween, slipsIn } from '../../../spelling.ts'
import { squash, textBefore } from '../../../text.ts'
import type { Document, Range } from '../../../types.ts'
import { later, onceEach } from '../../once.ts'
import type { LinkInBody, ShownLink } from '../../types/calls.ts'
import type { EndpointIndex } from '../../types/endpoints.ts'
import type { Project } from '../../types/project.ts'
import { isVersion, splitSegments } from '../paths.ts'
import { isWord, type Known, type Shelf, shelfOf, withGap } from './known-paths.ts'
import { versionsInBodies } from './shown-versions.ts'

/** Longer bases stand before no API. */
const longestBase = 3

export function indexShownLinks(project: Project, index: EndpointIndex): (document: Document) => readonly ShownLink[] {
  const shelf = shelfOf(project, index)
  const linksOf = onceEach((document: Document) => linksInBodies(document, index))
  const lacks = later(() => lackingWords(project, linksOf))
  return (document) => {
    const found = new Map<string, ShownLink & { at: Range[] }>()
    const isLacking = (shown: string, { whole = '', isAmbiguous }: Known) =>
      !isAmbiguous && lacks(document, shown, whole)
    for (const { path, range } of linksOf(document)) {
      const slip = slipIn(path, shelf, isLacking)
      if (!slip || isDocumented(path, index)) continue
      const key = `${slip.shown}\0${slip.definition.path}`
      const link = getOrAdd(found, key, () => ({ ...slip, path, at: [] }))
      const at = range[0] + slip.start
      link.at.push([at, at + slip.shown.length])
    }
    return [...found.values(), ...versionsInBodies(index, document, linksOf(document))]
  }
}

/** Where a URL in code stands alone: as a value, as the text of an element, or on a line. */
const before = /(["'>])\s{0,2}https?:\/\/$|(?:^|\n)[ \t]{0,8}https?:\/\/$/
const behind = /^(\/[^\s"'<>?#\\]*)(?:\?[^\s"'<>\\]*)?(["'<]|[ \t]*(?:\n|\r|$))/

/** `"href": "https://…"`, `<Url>https://…</Url>`: a URL of the API's own host that is no call. */
function linksInBodies({ text, facts }: Document, index: EndpointIndex): LinkInBody[] {
  const called = new Set(facts.endpoints.map(({ pathRange }) => pathRange[0]))
  return facts.hosts.flatMap(({ name, range: [start, end] }) => {
    if (text[end] !== '/' || called.has(end) || !index.calls.hosts.has(name)) return []
    const opening = before.exec(textBefore(text, start, 20))
    const [, path = '', close = ''] = behind.exec(text.slice(end, end + 400)) ?? []
    const [, open = ''] = opening ?? []
    if (!opening || close.trim() !== (open === '>' ? '<' : open)) return []
    return [{ path, range: [end, end + path.length] as const }]
  })
}

/**
 * Whether one page alone lacks a word that others have. What is called so is meant so, and a page whose bodies show a path with
 * the word and without it speaks of two things.
 */
function lackingWords(
  project: Project,
  linksOf: (document: Document) => readonly { path: string }[],
): (document: Document, shown: string, whole: string) => boolean {
  const [inBodies, called] = [new Map<string, Set<Document>>(), new Map<string, Set<Document>>()]
  for (const document of project.documents.values()) {
    if (document.facts.hosts.length === 0) continue
    for (const { path } of linksOf(document)) keepPage(inBodies, path, document)
    for (const { path, role } of document.facts.endpoints) if (role === 'sample') keepPage(called, path, document)
  }
  return (document, shown, whole) =>
    inBodies.get(shown)?.size === 1 &&
    !called.has(shown) &&
    !inBodies.get(whole)?.has(document) &&
    (inBodies.has(whole) || called.has(whole))
}

/** Where a path is shown, the base path aside. */
function keepPage(pages: Map<string, Set<Document>>, path: string, document: Document): void {
  const forms = formsOf(path)
  for (let cut = 0; cut <= longestBase && cut < forms.length; cut++) {
    const key = forms.slice(cut).join('/')
    shelveOnce(pages, key, document)
  }
}

function formsOf(path: string): string[] {
  const parts = path.split('/').slice(1)
  return parts.map((it) => (isValue(it) ? '*' : it))
}

type Slip = Omit<ShownLink, 'at' | 'path'> & { start: number }

/** The one word that is all but what is documented in its place, the base path aside. */
function slipIn(
  path: string,
  { whole, beginnings, gaps }: Shelf,
  isLacking: (shown: string, known: Known) => boolean,
): Slip | undefined {
  const parts = path.split('/').slice(1)
  const forms = formsOf(path)
  for (let cut = 0; cut <= longestBase && cut < parts.length; cut++) {
    const own = forms.slice(cut)
    if (whole.has(own.join('/'))) return undefined
    for (const [at, shown] of own.entries()) {
      if (shown === '*' || beginnings.has(own.slice(0, at + 1).join('/'))) continue
      const known = gaps.get(withGap(own, at))?.find((it) => {
        if (it.parted) return it.text === shown && (it.whole === undefined || isLacking(own.join('/'), it))
        return isWord(shown) && isSlip(shown, it.text)
      })
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

/** An id, a code in capitals, a placeholder; a version is a word. */
function isValue(part: string): boolean {
  return (
    /[{<[:$%]|^[A-Z][A-Z\d-]*$/.test(part) ||
    (part.length > 25 && !/^[a-z]+(?:[-_][a-z]+)*$/.test(part)) ||
    (/\d/.test(part) && !isVersion(part))
  )
}

/** The same word in other letters, its plural, or a long one that is a letter or two off. */
function isSlip(shown: string, documented: string): boolean {
  const [one, other] = [squash(shown), squash(documented)]
  if (`${one}s` === other || `${other}s` === one) return true
  return editsBetween(one, other) <= slipsIn(one.length < other.length ? one : other)
}

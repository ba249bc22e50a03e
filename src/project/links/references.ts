import { pointing } from '../../facts/links/undefined-shortcuts.ts'
import { counted, onlyOne } from '../../grouped.ts'
import { mentions } from '../../site/settings.ts'
import { isMistyped, nearest } from '../../spelling.ts'
import { startOfLine } from '../../text.ts'
import type { Document, Link } from '../../types.ts'
import { onlyDifference } from '../difference.ts'
import { pagesWith } from '../documents.ts'
import { once } from '../once.ts'
import type { RepeatedDefinition, UndefinedReference } from '../types/links.ts'
import type { Project } from '../types/project.ts'
import { folded, indexSharedDefinitions, isShortcut, type SharedDefinitions } from './definitions.ts'

/** `[the kiln][crate::kiln]`: code of Rust that shows the page as its documentation knows what is meant. */
const ofCode = /^(?:crate|self|super|Self)::/

/** Plugins that define labels out of sight: API objects, lists of links appended to every page. */
const elsewhere = /autorefs|mkdocstrings|auto_append/

/** `[#{{ number }}]: …` in a loop: what it defines shows only when the site is built. */
const madeByTemplate = /^ {0,3}\[[^\]\n{]*\{\{[^\n]*\]:/m

/** `[limits]: {{ base }}/limits`: no URL to Markdown, which reads it when the template has run. */
const filledIn = /^ {0,3}\[([^\]\n]{1,200})\]:[ \t]*\S*(?:\{\{|\{%)/gm

/** Every suggestion looks at every label, and nobody reads a page's hundredth. */
const suggestions = 100

export function indexReferences(project: Project): (document: Document) => UndefinedReference[] {
  const common = once(() => commonLabels(project))
  const shared = indexSharedDefinitions(project)
  return (document) => undefinedReferences(project, document, common, shared)
}

/** So many pages define a label that one which shows it in brackets, and defines others, has forgotten it. */
const enough = 2

/** Labels that several pages define. */
function commonLabels({ documents }: Project): ReadonlySet<string> {
  const labels = [...documents.values()].flatMap(({ facts }) => [
    ...new Set(facts.links.flatMap(({ kind, text }) => (kind === 'definition' ? folded(text) : []))),
  ])
  return new Set([...counted(labels)].flatMap(([label, count]) => (count >= enough ? label : [])))
}

function undefinedReferences(
  project: Project,
  document: Document,
  common: () => ReadonlySet<string>,
  shared: SharedDefinitions,
): UndefinedReference[] {
  const links = document.facts.links.filter(({ kind }) => kind === 'reference')
  if (
    links.length === 0 ||
    madeByTemplate.test(document.text) ||
    mentions(project.site(document.path).settings, elsewhere)
  )
    return []
  const parts = shownWith(project, document)
  const labels = new Map<string, string>()
  // A page may show one part a thousand times.
  for (const { text, facts } of new Set([document, ...parts])) {
    for (const { kind, text } of facts.links) if (kind === 'definition') labels.set(folded(text), text)
    for (const [, label = ''] of text.matchAll(filledIn)) labels.set(folded(label), label)
  }
  const lacking = links.filter(({ url }) => !labels.has(folded(url)) && !shared.has(folded(url)) && !ofCode.test(url))
  if (lacking.length === 0 || shared.areOutOfSight()) return []
  const idle = parts.every((it) => it === document) ? idleLabels(document) : []
  return lacking
    .filter((it) => wasToLink(document, it) || common().has(folded(it.url)) || renamed(it, idle) !== undefined)
    .filter((it) => labels.size > 0 || !areTags(document, it))
    .map((link, at) => {
      // One number is no slip of another.
      const mayBeSlip = at < suggestions && !/^\d+$/.test(link.url)
      const near = mayBeSlip ? (nearest(folded(link.url), labels.keys()) ?? renamed(link, idle)) : undefined
      return { link, near: near === undefined ? undefined : labels.get(near) }
    })
}

/**
 * Includes are replaced before Markdown is read, so a definition may stand in any part of the page. What a generator builds as a page of its
 * own is read once more without those that include it.
 */
function shownWith(project: Project, { path }: Document): Document[] {
  const pages = project.site(path).generator === 'none' ? project.pages.of(path) : pagesWith(project, path)
  return pages.flatMap(({ parts }) => parts.map((it) => it.document))
}

/** Two pairs of brackets, or "see [here]": there was to be a link. */
function wasToLink({ text }: Document, link: Link): boolean {
  const [start, end] = link.range
  return !isShortcut(link) || pointing.test(text.slice(Math.max(0, start - 7), end))
}

/** Each reference is compared with all of them: where so many are left over, nobody changed one of the two. */
const fewIdle = 20

function idleLabels({ facts }: Document): string[] {
  const found = facts.links.flatMap(({ kind, idle, text }) => (kind === 'definition' && idle ? folded(text) : []))
  return found.length > fewIdle ? [] : found
}

/** `[Twitter survey]`, and `[X survey]: …` that nothing refers to: one of the two was changed. */
function renamed({ url }: Link, idle: readonly string[]): string | undefined {
  const label = folded(url)
  return onlyOne(idle.filter((it) => isMistyped(label, it) || differsByWord(label, it)))
}

function differsByWord(one: string, other: string): boolean {
  const words = one.split(' ')
  const pair = onlyDifference(words, other.split(' '))
  return pair !== undefined && words.some((it) => it !== pair[0] && it.length > 3) && !/\d/.test(one + other)
}

/** Words in two pairs of brackets that a line begins with, or that stand in a link, on a page that defines nothing: `- [shop, cart][api] Orders have limits`. */
function areTags({ text }: Document, { range: [start, end] }: Link): boolean {
  if (!/^\[[^\s\]`]+(?:, [^\s\]`]+){0,9}\]\[[^\s\]]+\]$/.test(text.slice(start, end))) return false
  const before = text.slice(Math.max(startOfLine(text, start), start - longest), start)
  if (/\[[^\]]*$/.test(before)) return true
  return !/\p{L}/u.test(before.replace(/\[[^\]]*\](?:\([^()]*\))?|\*\*[^*]*\*\*|`[^`]*`/g, ''))
}

/** What stands further before it on its line begins it no more. */
const longest = 300

export function repeatedDefinitions({ facts: { links } }: Document): RepeatedDefinition[] {
  const known = new Map<string, Link>()
  return links.flatMap((second) => {
    // What nothing refers to harms nobody.
    if (second.kind !== 'definition' || second.idle || !/[/#.:]/.test(second.url)) return []
    const label = folded(second.text)
    const first = known.get(label)
    if (!first) known.set(label, second)
    return first && target(first) !== target(second) ? [{ first, second }] : []
  })
}

/** An address with and without its security, or the slash at its end, is one. */
function target({ url }: Link): string {
  return url.replace(/^https?:\/\//i, '').replace(/\/$/, '')
}

import { decodePercent } from '../../../text.ts'
import type { Link } from '../../../types.ts'

/** `#readme`: so the host of a repository calls the place where it shows a page. */
export const ofHost = 'readme'

/** Where viewers of contracts show an operation or a model, Redoc without a slash before it: no heading has an id with a slash. */
const inViewers =
  /^(?:\/(?:operations?|paths?|schemas?|models?|definitions|components|tags?|sections?|default)|tag|operation|schema)\/./

/** Positions of other kinds: text fragments, lines of code, footnotes, tabs, routes of a page that is an application. */
export function isNoAnchor(fragment: string, generator: string): boolean {
  const routes = generator === 'none' || generator === 'docsify'
  return (
    /^(?:$|\^|_?top$|__(?:tabbed|codelineno)[-_]|:~:|L\d+|tab\/|[A-Z0-9]+(?:_[A-Z0-9]+)*\/|fn(?:ref)?[:-]?\d)|:~:text=|=/.test(
      fragment,
    ) ||
    inViewers.test(fragment) ||
    fragment.startsWith('!/') ||
    (routes && /^[/!?]/.test(fragment))
  )
}

/** `#BOOKS/red`: the place of a page that an application shows under its name. */
const routed = /^#[A-Z0-9]+(?:_[A-Z0-9]+)*\//

/** Whether a page leads to pages of the application that shows it: then `#PAPER` beside `#BOOKS/red` is one of them. */
export function hasRoutes(links: readonly Pick<Link, 'url'>[]): boolean {
  return links.some(({ url }) => routed.test(url))
}

/** Whether a fragment is written as the name of such a page. */
export function mayBeRoute(fragment: string): boolean {
  return routed.test(`#${fragment}/`)
}

/** `#pots/lids/jar`: no algorithm makes such an id, and a page of an application that shows this one may be called so. */
export function isRoute(fragment: string): boolean {
  return /^[\w.-]+(?:\/[\w.-]+)+$/.test(fragment)
}

/** A fragment is compared as written and percent-decoded. */
export function spellings(fragment: string): string[] {
  const decoded = decodePercent(fragment)
  return decoded === fragment ? [fragment] : [fragment, decoded]
}

/** Where files are read as they are kept, a fragment that fails is tried once more in lower case. */
export function inLowerCase(names: readonly string[]): string[] {
  return names.map((it) => it.toLowerCase())
}

/** Hosts of repositories and of documentation put a word before every id, and find it with and without. */
const prefix = /^(?:user-content|section)-/

export function unprefixed(names: readonly string[]): string[] {
  return names.flatMap((it) => (prefix.test(it) ? it.replace(prefix, '') : []))
}

export function some(ids: ReadonlySet<string>, names: readonly string[]): boolean {
  return names.some((it) => ids.has(it))
}

/** `{{ include.anchor }}`, `step-<%= n %>`: a template makes the name. */
const template = /\{\{[^{}]{0,200}\}\}|\{%[^%]{0,200}%\}|<%[^%]{0,200}%>/

/** Whether a template makes an anchor's name, whole or in part. */
export function isTemplated(id: string): boolean {
  return template.test(id)
}

/** A name of which a template makes a part, by what stands around that. */
export interface TemplatedName {
  start: string
  end: string
}

export function templatedName(id: string): TemplatedName | undefined {
  const made = template.exec(id)
  if (!made) return undefined
  const rest = id.slice(made.index + made[0].length)
  return { start: id.slice(0, made.index), end: isTemplated(rest) ? '' : rest }
}

/** Whether a template may make one of the names. */
export function mayBecome({ start, end }: TemplatedName, names: readonly string[]): boolean {
  return names.some((it) => it.startsWith(start) && it.endsWith(end))
}

/** What Redcarpet calls a title whose letters it does not know. */
export function isHash(fragment: string): boolean {
  return /^part-[\da-f]{6,16}$/.test(fragment)
}

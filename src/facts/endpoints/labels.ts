import type { Range, Section } from '../../types.ts'
import type { Syntax } from '../syntax.ts'
import { badgesIn } from './badges.ts'
import { type Candidate, candidate, from } from './candidate.ts'
import { isHttpMethod, methodName, methodNames, pathName, pathNames, readUrl } from './request-line.ts'

const methodLabel = new RegExp(`(?:^|[\\s>|])[*_]*(?:${methodNames})[*_]*\\s*:[*_]*\\s*[\`*_]*([A-Z]{3,8})\\b`, 'i')
const pathLabel = new RegExp(`(?:^|[\\s>])[*_]*(?:${pathNames})[*_]*\\s*:[*_]*\\s*[\`*_<]*(?=[/{h])`, 'i')

interface Verb {
  method: string
  range: Range
}

/** `**Method:** `POST`` and `**URI Template:** `/x``, in one paragraph of a section or in two. */
export function labelled(syntax: Syntax): Candidate[] {
  const verbs = new Map<number, Verb>()
  const paths: Candidate[] = []
  for (const { range, section } of syntax.all('paragraph')) {
    const source = syntax.text.slice(...range)
    if (!source.includes(':')) continue
    const method = methodLabel.exec(source)
    const word = method?.[1] ?? ''
    if (method && isHttpMethod(word.toUpperCase()) && !verbs.has(section)) {
      const end = range[0] + method.index + method[0].length
      verbs.set(section, { method: word.toUpperCase(), range: [end - word.length, end] })
    }
    const path = source.includes('/') ? pathLabel.exec(source) : null
    const url = path && readUrl(source, path.index + path[0].length)
    const found =
      url && candidate({ methodStart: -1, ...url }, from(range[0]), { form: 'label', section, block: range[0] })
    if (found) paths.push(found)
  }
  return paths.flatMap((it) => withVerb(it, verbs))
}

/** `#### URL` above a path and `#### Method` above a verb: the section that holds both documents the endpoint. */
export function titled(syntax: Syntax): Candidate[] {
  const { sections, text } = syntax
  const verbs = titledVerbs(syntax)
  if (verbs.size === 0) return []
  const paths: Candidate[] = []
  for (const { range, section } of syntax.all('paragraph')) {
    if (!isTitled(sections[section], pathName)) continue
    const source = text.slice(...range)
    const start = range[0] + (/^[`*_<]*/.exec(source)?.[0].length ?? 0)
    const url = readUrl(source, start - range[0])
    const about = { form: 'label' as const, section: sections[section]?.parent ?? 0, block: range[0] }
    const found = url && candidate({ methodStart: -1, ...url }, from(range[0]), about)
    if (found) paths.push(found)
  }
  return paths.flatMap((it) => withVerb(it, verbs))
}

/** The same for a path in a block of code, which may have a title of its own below `#### URL`. */
export function withTitledVerbs(candidates: Candidate[], syntax: Syntax): Candidate[] {
  const { sections } = syntax
  const verbs = titledVerbs(syntax)
  if (verbs.size === 0) return candidates
  return candidates.flatMap((it) => {
    const own = sections[it.section]
    const title = isTitled(own, pathName) ? own : sections[own?.parent ?? 0]
    if (it.method !== undefined || it.role !== undefined || !title || !isTitled(title, pathName)) return [it]
    const found = withVerb({ ...it, section: title.parent ?? 0 }, verbs)
    return found.length > 0 ? found : [it]
  })
}

/** `Request URL`, `HTTP Methods:`. */
function isTitled(section: Section | undefined, title: RegExp): boolean {
  return title.test(section?.title.trim().replace(/s?\s{0,9}:?$/, '') ?? '')
}

/** Each verb that has a title for itself, by the section that holds the title. */
function titledVerbs(syntax: Syntax): Map<number, Verb> {
  const { sections, text } = syntax
  const verbs = new Map<number, Verb>()
  if (!sections.some((it) => isTitled(it, methodName))) return verbs
  for (const { range, section } of syntax.all('paragraph')) {
    const [, marks = '', method = ''] = /^([`*_]*)([A-Z]{3,8})[`*_]*$/.exec(text.slice(...range)) ?? []
    const start = range[0] + marks.length
    if (isHttpMethod(method) && isTitled(sections[section], methodName))
      verbs.set(sections[section]?.parent ?? 0, { method, range: [start, start + method.length] })
  }
  return verbs
}

function withVerb(it: Candidate, verbs: ReadonlyMap<number, Verb>): Candidate[] {
  const verb = verbs.get(it.section)
  return verb ? [{ ...it, method: verb.method, methodRange: verb.range, role: 'definition' as const }] : []
}

/** A tag of a template: `{% swagger method="post" path="/x" %}`, `{{< api-endpoint method="get" endpoint="/x" >}}`. */
const block = /\{(?:%|\{[<%])[ \t]*([\w.-]+(?: [\w.-]+)?)((?:\s+[\w:.-]+="[^"\n]{0,300}")+)\s*(?:[%>]\})?\}?()/g
const element = /<([A-Za-z][\w.-]*)((?:\s+[\w:.-]+=(?:"[^"\n]{0,300}"|'[^'<>]*'|\{[^{}<>]*\}))*)\s*\/?>([^<\n]{0,300})/g
const attribute = /([\w:.-]+)=(?:"([^"\n]*)"|'([^'<>]*)'|\{['"`]?([^{}<>'"`]*)['"`]?\})/g

/** Behind a badge, the next element, or what looks like code: `<b class="verb">POST</b> <span>/x</span>`. */
const shownPath = /\s{0,20}(?:<\w[^<>]{0,200}>[ \t]*|`)((?:https?:\/)?\/[^\s<`]{1,300})(?:[ \t]*<\/|`)/y

function badged(syntax: Syntax): Candidate[] {
  return syntax.all('html').flatMap(({ range, section }) => {
    const source = syntax.text.slice(...range)
    // A block of code is read as one.
    if (source.startsWith('<pre')) return []
    return badgesIn(source).flatMap(({ method, start, end }) => {
      shownPath.lastIndex = end
      const [whole = '', path = ''] = shownPath.exec(source) ?? []
      const shown = path.replaceAll('&lt;', '<').replaceAll('&gt;', '>')
      const url = path === '' ? undefined : readUrl(shown, 0, true)
      const at = range[0] + end + whole.lastIndexOf(path)
      const about = { form: 'element' as const, section, block: range[0] }
      const found = url && candidate({ methodStart: -1, ...url }, from(at), about)
      if (!found) return []
      // With entities, what is written is longer than the path.
      const pathRange: Range = shown === path ? found.pathRange : [at, at + path.length]
      const all: Range = [range[0] + start, at + path.length]
      return [{ ...found, method, pathRange, range: all, role: 'definition' as const }]
    })
  })
}

const classNames = / class="[^"\n]{0,80}"/
const classed =
  /<([a-z]{1,10})(?: [\w-]{1,20}="[^"\n]{0,80}"){0,3}? class="([^"\n]{1,80})"[^<>\n]{0,100}>[ \t]*(\/[^\s<]{0,300})[ \t]*<\/\1>/g
/** What an element is called that shows an endpoint: "post" alone may be one of a blog. */
const endpointClass = /\b(?:api|badge|call|endpoint|http|label|method|operation|request|route|verb)s?\b/
const methodClass = /\b(get|post|put|patch|delete)\b/g

/** `<div class="endpoint post">/x</div>`: called by the method, and holding the path and nothing else. */
function byClass(syntax: Syntax): Candidate[] {
  return syntax.all('html').flatMap(({ range, section }) => {
    const source = syntax.text.slice(...range)
    if (!classNames.test(source)) return []
    return [...source.matchAll(classed)].flatMap(({ 0: whole, 2: names = '', 3: path = '', index }) => {
      const verbs = endpointClass.test(names) ? names.match(methodClass) : null
      const url = verbs?.length === 1 ? readUrl(path, 0) : undefined
      const at = range[0] + index + whole.lastIndexOf(path)
      const about = { form: 'element' as const, section, block: range[0] }
      const found = url && candidate({ methodStart: -1, ...url }, from(at), about)
      return found ? [{ ...found, method: verbs?.[0].toUpperCase(), role: 'definition' as const }] : []
    })
  })
}

/** `<Route method="POST">/x</Route>`, `<Endpoint method="GET" path="/x" />`. */
export function elements(syntax: Syntax): Candidate[] {
  if (!syntax.text.includes('<')) return attributed(syntax)
  return [...badged(syntax), ...byClass(syntax), ...attributed(syntax)]
}

const verbAttribute = /\b(?:method|verb)=/

function attributed(syntax: Syntax): Candidate[] {
  if (!verbAttribute.test(syntax.text)) return []
  return [...syntax.all('html'), ...syntax.all('paragraph')].flatMap(({ range, section }) => {
    const source = syntax.text.slice(...range)
    if (!verbAttribute.test(source)) return []
    return [...source.matchAll(element), ...source.matchAll(block)].flatMap((match) =>
      fromElement(match, range[0], section),
    )
  })
}

function fromElement(match: RegExpMatchArray, base: number, section: number): Candidate[] {
  const [whole, name = '', attributes = '', content = ''] = match
  if (/^(?:form|button|input)$/i.test(name)) return []
  const named = new Map(
    [...attributes.matchAll(attribute)].map((it) => [it[1]?.toLowerCase(), it[2] ?? it[3] ?? it[4] ?? '']),
  )
  const method = (named.get('method') ?? named.get('verb'))?.toUpperCase() ?? ''
  const path =
    named.get('path') ??
    named.get('url') ??
    named.get('route') ??
    named.get('endpoint') ??
    named.get('href') ??
    content.trim()
  const at = whole.indexOf(path)
  if (!isHttpMethod(method) || path === '' || at < 0) return []
  // `/orders/[\{id\}](orders#order)`: a parameter that links to what it is, in braces that MDX does not run.
  const shown = path.replace(/\[([^[\]]*)\]\([^()]*\)/g, '$1').replace(/\\([{}])/g, '$1')
  const url = readUrl(shown, 0, true)
  const start = base + (match.index ?? 0)
  const found =
    url && candidate({ methodStart: -1, ...url }, from(start + at), { form: 'element', section, block: base })
  if (!found) return []
  const pathRange: Range = shown === path ? found.pathRange : [start + at, start + at + path.length]
  return [{ ...found, pathRange, method, range: [start, start + whole.length], role: 'definition' }]
}

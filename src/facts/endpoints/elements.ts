import { tags } from '../../parse/html-tags.ts'
import type { Range } from '../../types.ts'
import type { Syntax } from '../syntax.ts'
import { fromAttributes } from './attributes.ts'
import { badgesIn } from './badges.ts'
import { type Candidate, candidates, from } from './candidate.ts'
import { readUrl } from './request-line.ts'

/** `<Route method="POST">/x</Route>`, `<Endpoint method="GET" path="/x" />`. */
export function elements(syntax: Syntax): Candidate[] {
  if (!syntax.text.includes('<')) return []
  return [...badged(syntax), ...byClass(syntax), ...attributed(syntax)]
}

/** Behind a badge, the next element, or what looks like code: `<b class="verb">POST</b> <span>/x</span>`; its path may be `/` alone. */
const shownPath = /\s{0,20}(?:(?:<\w[^<>]{0,200}>[ \t]*){1,2}|`)((?:https?:\/)?\/[^\s<`]{0,300})(?:[ \t]*<\/|`)/y

function badged(syntax: Syntax): Candidate[] {
  return syntax.all('html').flatMap(({ range }) => {
    const source = syntax.text.slice(...range)
    // A block of code is read as one.
    if (source.startsWith('<pre')) return []
    return badgesIn(source).flatMap(({ method, start, end }) => {
      shownPath.lastIndex = end
      const [whole = '', path = ''] = shownPath.exec(source) ?? []
      const shown = path.replace(/&lt;?/g, '<').replace(/&gt;?/g, '>')
      const url = path === '' ? undefined : readUrl(shown, 0, true)
      const at = range[0] + end + whole.lastIndexOf(path)
      const about = { form: 'element', role: 'definition', section: syntax.sectionAt(at), block: range[0] } as const
      const all: Range = [range[0] + start, at + path.length]
      const found = candidates(url, from(at), { ...about, method, range: all })
      // With entities, what is written is longer than the path, and ends later.
      return shown === path
        ? found
        : found.map((it) => ({ ...it, pathRange: [it.pathRange[0], at + path.length] as const }))
    })
  })
}

const classNames = / class="[^"\n]{0,80}"/
const classed =
  /(<([a-z]{1,10})(?: [\w-]{1,20}="[^"\n]{0,80}"){0,3}? class="([^"\n]{1,80})"[^<>\n]{0,100}>[ \t]*)(\/[^\s<]{0,300})[ \t]*<\/\2>/g
/** What an element is called that shows an endpoint: "post" alone may be one of a blog. */
const endpointClass = /\b(?:api|badge|call|endpoint|http|label|method|operation|request|route|verb)s?\b/
const methodClass = /\b(get|post|put|patch|delete)\b/g

/** `<div class="endpoint post">/x</div>`: called by the method, and holding the path and nothing else. */
function byClass(syntax: Syntax): Candidate[] {
  return syntax.all('html').flatMap(({ range }) => {
    const source = syntax.text.slice(...range)
    if (!classNames.test(source)) return []
    return [...source.matchAll(classed)].flatMap(({ 1: before = '', 3: names = '', 4: path = '', index }) => {
      const verbs = endpointClass.test(names) ? names.match(methodClass) : null
      const url = verbs?.length === 1 ? readUrl(path, 0) : undefined
      const at = range[0] + index + before.length
      const about = { form: 'element', role: 'definition', section: syntax.sectionAt(at), block: range[0] } as const
      return candidates(url, from(at), { ...about, method: verbs?.[0].toUpperCase() })
    })
  })
}

const verbAttribute = /\b(?:method|verb)=/

function attributed(syntax: Syntax): Candidate[] {
  if (!verbAttribute.test(syntax.text)) return []
  return [...syntax.all('html'), ...syntax.all('paragraph')].flatMap(({ range }) => {
    const source = syntax.text.slice(...range)
    if (!verbAttribute.test(source)) return []
    return tags(syntax.text, ...range).flatMap(({ name, attributes: all, range: [start, end] }) => {
      if (/^(?:form|button|input)$/i.test(name)) return []
      const attributes = new Map(all.map((it) => [it.name, it]))
      const stop = end + (/^[^<\n]{0,300}/.exec(source.slice(end - range[0]))?.[0].length ?? 0)
      return fromAttributes(syntax, { attributes, content: [end, stop], range: [start, stop], block: range[0] })
    })
  })
}

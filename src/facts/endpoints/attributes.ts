import type { Range } from '../../types.ts'
import { isHttpMethod } from '../methods.ts'
import type { Syntax } from '../syntax.ts'
import type { TagArgument } from '../template-tags.ts'
import { type Candidate, candidates, from } from './candidate.ts'
import { readUrl } from './request-line.ts'

/** An element or a tag that may document an endpoint: what its attributes say, and where it stands. */
interface Attributed {
  /** By name, in lower case. */
  attributes: ReadonlyMap<string, TagArgument>
  /** What stands between the tags of an element. */
  content: Range
  /** The whole of it. */
  range: Range
  block: number
}

/** `<Route method="POST">/x</Route>`, `{% swagger method="post" path="/x" %}`: the one that its attributes name. */
export function fromAttributes(syntax: Syntax, it: Attributed): Candidate[] {
  const { attributes, range, block } = it
  const method = (attributes.get('method') ?? attributes.get('verb'))?.value.toUpperCase() ?? ''
  if (!isHttpMethod(method)) return []
  const place = placeOfPath(it)
  const written = syntax.text.slice(...place)
  const path = written.trim()
  const start = place[0] + written.indexOf(path)
  // `/orders/[\{id\}](orders#order)`: a parameter that links to what it is, in braces that MDX does not run.
  const shown = path.replace(/\[([^[\]]*)\]\([^()]*\)/g, '$1').replace(/\\([{}])/g, '$1')
  return candidates(readUrl(shown, 0, true), from(start), {
    form: 'element',
    role: 'definition',
    section: syntax.sectionAt(range[0]),
    block,
    method,
    range,
    ...(shown !== path && { pathRange: [start, start + path.length] as const }),
  })
}

const pathKeys = ['url', 'route', 'endpoint', 'href']

function placeOfPath({ attributes, content }: Attributed): Range {
  const path = attributes.get('path')
  const base = attributes.get('baseurl') ?? attributes.get('host')
  const named = path?.value ? path : base && wholeUrl.test(base.value.trim()) ? base : undefined
  const [other] = pathKeys.flatMap((it) => attributes.get(it) ?? [])
  return (named ?? other)?.range ?? content
}

/** Some write the whole URL where its beginning belongs, and leave the path empty. What has no parameter may be the beginning only. */
const wholeUrl = /^(?:https?:\/\/[^/\s]+)?\/\S*(?:\/:|\{)\w/

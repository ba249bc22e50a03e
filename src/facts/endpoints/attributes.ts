import type { Range } from '../../types.ts'
import { isHttpMethod } from '../methods.ts'
import { type Candidate, candidate, from } from './candidate.ts'
import { readUrl } from './request-line.ts'

/** An element or a tag that may document an endpoint: what its attributes say, and where it stands. */
interface Attributed {
  /** By name, in lower case. */
  attributes: ReadonlyMap<string, string>
  /** What stands between the tags of an element. */
  content: string
  /** The whole of it, as written. */
  source: string
  /** Where it begins. */
  start: number
  section: number
  block: number
}

/** `<Route method="POST">/x</Route>`, `{% swagger method="post" path="/x" %}`: the one that its attributes name. */
export function fromAttributes(it: Attributed): Candidate[] {
  const { attributes, source, start, section, block } = it
  const method = (attributes.get('method') ?? attributes.get('verb'))?.toUpperCase() ?? ''
  const path = pathOf(it)
  const at = source.indexOf(path)
  if (!isHttpMethod(method) || path === '' || at < 0) return []
  // `/orders/[\{id\}](orders#order)`: a parameter that links to what it is, in braces that MDX does not run.
  const shown = path.replace(/\[([^[\]]*)\]\([^()]*\)/g, '$1').replace(/\\([{}])/g, '$1')
  const url = readUrl(shown, 0, true)
  const found = url && candidate(url, from(start + at), { form: 'element', section, block })
  if (!found) return []
  const pathRange: Range = shown === path ? found.pathRange : [start + at, start + at + path.length]
  return [{ ...found, pathRange, method, range: [start, start + source.length], role: 'definition' }]
}

function pathOf({ attributes, content }: Attributed): string {
  return (
    (attributes.get('path') || namedPath(attributes.get('baseurl') ?? attributes.get('host'))) ??
    attributes.get('url') ??
    attributes.get('route') ??
    attributes.get('endpoint') ??
    attributes.get('href') ??
    content.trim()
  )
}

/** Some write the whole URL where its beginning belongs, and leave the path empty. What has no parameter may be the beginning only. */
function namedPath(url: string | undefined): string | undefined {
  return url !== undefined && /^(?:https?:\/\/[^/\s]+)?\/\S*(?:\/:|\{)\w/.test(url.trim()) ? url.trim() : undefined
}

import { member, text as textOf } from '../../parse/json.ts'
import type { FrontMatter, JsonNode } from '../../types.ts'
import { commonMethods, isHttpMethod } from '../methods.ts'
import type { Syntax } from '../syntax.ts'
import { type Candidate, candidates, from } from './candidate.ts'
import { readUrl } from './request-line.ts'

/** `api: "POST /x"` and `openapi: "spec.json GET /x"` as Mintlify has them, or a key for the method and one for the path, in a map or in none. */
export function frontMatterEndpoints({ text }: Syntax, frontMatter: FrontMatter | undefined): Candidate[] {
  const data = frontMatter?.data
  if (data === undefined) return []
  const map = mapKeys.map((key) => member(data, key)).find((it) => it?.kind === 'object') ?? data
  const method = member(map, 'method') ?? member(map, 'type')
  const split = method && (pathKeys.map((key) => member(map, key)).find((it) => it !== undefined) ?? titlePath(data))
  const whole = member(data, 'api') ?? member(data, 'openapi')
  const title = whole || split ? undefined : member(data, 'title')
  const titled = title && wholeTitle.test(textOf(title) ?? '') ? stated(title, text) : []
  return [...titled, ...(whole ? stated(whole, text) : []), ...(split ? stated(split, text, textOf(method) ?? '') : [])]
}

/** `title: /x/:id`, where a method stands beside it. */
function titlePath(data: JsonNode): JsonNode | undefined {
  const title = member(data, 'title')
  return /^\/[\w:{<-]\S*$/.test(textOf(title) ?? '') ? title : undefined
}

/** `title: GET /x/{id}`: a page that is called after an endpoint, and after nothing else. */
const wholeTitle = new RegExp(`^(?:${commonMethods}) /\\S*$`)

const mapKeys = ['api', 'openapi', 'endpoint'] as const
const pathKeys = ['route', 'path', 'endpoint', 'url', 'url_path'] as const
const requestLine = /^(?:\S+[ \t]+)?([A-Za-z]{3,8})[ \t]+(?=\/|https?:)/

/** The endpoint that a value names, with its method in it or in a key beside it. */
function stated(value: JsonNode, text: string, beside = ''): Candidate[] {
  const line = textOf(value) ?? ''
  const [head = '', within = ''] = (beside === '' && requestLine.exec(line)) || []
  const method = (beside || within).toUpperCase()
  const url = /^(?:\/|https?:)/.test(line.slice(head.length)) ? readUrl(line, head.length) : undefined
  if (!isHttpMethod(method) || !url) return []
  const start = text.indexOf(line, value.range[0])
  const about = { form: 'label', role: 'definition', section: 0, block: value.range[0] } as const
  return start < 0 ? [] : candidates(url, from(start), { ...about, method, range: value.range })
}

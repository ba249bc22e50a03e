import type { Method } from '../../types.ts'
import { methods } from '../methods.ts'

/** A URL as it stands in a text; offsets are into that text. */
export interface Url {
  url: string
  urlStart: number
  urlEnd: number
}

/** `METHOD URL`, as far as it says both there. */
export interface RequestLine extends Url {
  method?: Method
  methodStart?: number
}

/** `[GET] /x`, `GET:/x` and `GET: {host}/x` are some, too, and `GET/x HTTP/1.1`, a slip. Pages that were copied from elsewhere hold blanks that do not break. */
const methodToken = new RegExp(
  `(?:URI:[ \\t]*)?(?:\\[(?=[A-Z]+\\]))?(${methods})\\]?(?:[ \\t\\u00a0]+|:(?:(?=/[\\w:{<])|[ \\t]{1,3}(?=/[\\w:{<]|\\{|https?:))|(?=/\\S{1,300}[ \\t]+HTTP/\\d))`,
  'y',
)

const severalMethods = new RegExp(`(?:(?:${methods})(?:[ \\t]{0,9}[,|][ \\t]{0,9}|[ \\t]{1,9})){2,9}(?=[/{<h])`, 'y')

/** What pages call a method, for the middle of a pattern. */
export const methodNames =
  '(?:http[ -]?|request |api )?(?:method|verb)|(?:request|action) type|请求类型|(?:请求|http ?)?(?:方法|方式|メソッド|메[서소]드)|(?:m[eé]todo|m[eé]thode|metod[ae])(?: http)?|phương thức|метод'
/** A title or a table's key that is called so and nothing else. */
export const methodName = new RegExp(`^(?:${methodNames})s?$`, 'i')

/** What pages call a path, for the middle of a pattern. */
export const pathNames =
  '(?:request |resource |endpoint |api |relative |请求|接口|相对)?ur[il](?: template)?|(?:api )?endpoint(?: path| relativo)?|(?:request |api |interface |relative )?path|(?:request|api|interface) address?|route|(?:url-)?pfad|endpunkt|(?:请求|接口|相对)(?:地址|路径)|接口|路径|(?:ruta|rota) relativa|(?:chemin|caminho|percorso) relati[fv]o?|ruta|rota|recurso|ressource|адрес(?: запроса| метода)?|chemin|caminho|ścieżka|đường dẫn|путь|エンドポイント|엔드포인트|パス|경로|端點|percorso|uç nokta|yol'
/** A title or a table's key that is called so and nothing else. */
export const pathName = new RegExp(`^(?:${pathNames})$`, 'i')

/** `{…}`, `<…>`, `<<…>>`, `[…]`, `(…)` and `&lt;…>` may hold blanks: they are placeholders, options and alternatives. Every branch starts differently, but for a brace, an entity or a placeholder that nothing closes. */
const urlToken =
  /(?:\{\{[^{}\n]{1,80}\}\}|\\?\{(?:[?&][^{}\n]{0,300}|[^{}\n]{0,80})\}(?:\}(?=[/`]))?|<%[^%\n]{1,80}%>|<<[A-Za-z][^<>\n]{0,60}>>|\\?<:?[A-Za-z][^<>\n]{0,60}>|&lt;[A-Za-z][^<>&\n]{0,60}(?:>|&gt;)|\[(?!\]\()[^[\]\n]{0,60}\]|\([^()\n]{0,80}\)|\\[{}:<>[\]_]|\{|[^\s<>{}()[\]"'`|\\])+/y

/** How a host begins that has no protocol in front: a placeholder, a variable, a domain. */
const host = String.raw`\{\{?[^{}]+\}\}?[./]|<[^<>]+>[./]|\$\{?\w+\}?[./]|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,24}(?::\d+)?/|localhost[:/]`
const startsUrl = new RegExp(String.raw`^(?:[a-z]{2,9}://[\w-]+[.{]|https?://|/|${host})`, 'i')
const startsHost = new RegExp(String.raw`^(?:${host}|\[[^[\]]+\]/)`, 'i')
/** `BASE_URL/pots`, `HOST/pots`: a name in capitals is filled in, as a placeholder is. */
const startsNamedHost = /^(?:[A-Z]{2,20}_)?(?:BASE_?)?(?:UR[LI]|HOST|SERVER|DOMAIN)\//
const startsPath = /^(?:<%[^%]+%>$|\{[^{}]+\}$|<[^<>]+>$|\[[^[\]]+\]\/|[\w.~:-]+\/[\w{:<[$.(-])/

/** `METHOD URL` beginning exactly at `from`. */
export function readRequestLine(text: string, from = 0): RequestLine | undefined {
  methodToken.lastIndex = from
  const [token = '', method = ''] = methodToken.exec(text) ?? []
  if (method === '') return undefined
  const url = readUrl(text, methodToken.lastIndex, true)
  return url && { method, methodStart: from + token.lastIndexOf(method), ...url }
}

/** `GET PUT DELETE /path`, `PUT|PATCH /path`: a line of a list, for several endpoints. One of a single method is `readRequestLine`'s. */
export function readRequestLines(text: string, from: number): RequestLine[] {
  severalMethods.lastIndex = from
  const words = severalMethods.exec(text)?.[0]
  const url = words === undefined ? undefined : readUrl(text, severalMethods.lastIndex)
  if (words === undefined || !url) return []
  return Array.from(words.matchAll(/[A-Z]+/g), ({ index, 0: method }) => ({
    method,
    methodStart: from + index,
    ...url,
  }))
}

/** A URL, host placeholder or absolute path beginning at `from`; behind a method, a relative path will do. */
export function readUrl(text: string, from: number, afterMethod = false): Url | undefined {
  const start = text[from] === '<' && /^<(?:https?:)?\//.test(text.slice(from, from + 8)) ? from + 1 : from
  urlToken.lastIndex = start
  const url = urlToken.exec(text)?.[0]
  if (url === undefined || !(startsUrl.test(url) || startsNamedHost.test(url) || (afterMethod && startsPath.test(url))))
    return undefined
  const end = start + url.length
  if (url === '/' && afterMethod && otherMethod.test(text.slice(end, end + 16))) return undefined
  return { url, urlStart: start, urlEnd: end }
}

/** `POST` / `PUT`: the slash says "or". */
const otherMethod = new RegExp(`^[ \\t]+[\`*_]{0,3}(?:${methods})\\b`)

/** The parts of a URL; `pathStart` and `pathEnd` are offsets into it. */
export interface Target {
  /** With placeholders, as written; absent where the URL is a path. */
  host?: string
  path: string
  pathStart: number
  pathEnd: number
  query?: string
}

export function splitUrl(url: string): Target | undefined {
  // Whatever the scheme: "htpps" and "http/{{host}}" are slips, and the path behind them is still meant.
  const scheme = /^(?:[a-z]{2,9}:\/\/|https?:?\/(?=[{<$]))/i.exec(url)?.[0].length ?? 0
  const pathStart = scheme > 0 || startsHost.test(url) || startsNamedHost.test(url) ? endOf(url, scheme, '/?#') : 0
  const pathEnd = endOf(url, pathStart, '?#')
  const host = pathStart > 0 ? url.slice(scheme, pathStart) : undefined
  // `$REGISTRY/pots@sha256:…` is an image.
  if (host === '' || (scheme === 0 && /@sha\d{3}:/.test(url))) return undefined
  const path = url.slice(pathStart, pathEnd).replace(/(?:\{[?&][^{}]*\}|\[[?&][^[\]]*\])$/, '')
  const query = url[pathEnd] === '?' ? url.slice(pathEnd + 1, endOf(url, pathEnd + 1, '#')) : undefined
  return { host, path: path || '/', pathStart, pathEnd: pathStart + path.length, query }
}

/** `{host}`, `$HOST`, `BASE_URL`: a host that is filled in, and no host of somebody's. */
export function isOpenHost(host: string): boolean {
  return /[{<[$]|^[A-Z_]+$/.test(host)
}

/** The first of `stops` outside of brackets. */
function endOf(url: string, from: number, stops: string): number {
  let depth = 0
  for (let at = from; at < url.length; at++) {
    const char = url[at] as string
    if ('{<[('.includes(char)) depth++
    else if ('}>])'.includes(char)) depth = Math.max(0, depth - 1)
    // `#{id}` is filled in, as `{id}` is.
    else if (depth === 0 && stops.includes(char) && !(char === '#' && url[at + 1] === '{')) return at
  }
  return url.length
}

import { isBodiless } from '../../methods.ts'
import type { HttpMessage } from './http.ts'
import type { LineSlip } from './start-line-faults.ts'

/** What is filled in may hold whatever it likes. */
const placeholders = /<[^<>]*>|\{[^{}]*\}|\[[^[\]]*\]/g

/** What is longer was written by no hand. */
const longest = 1000

/** A header that begins right behind the target: no URL has a colon and a blank. */
const glued =
  /[^\s/=&?#-]((?:Authorization|Accept|Content-Type|Content-Length|Host|Cookie|User-Agent|X-[A-Z][\w-]{1,40}):)[ \t]+\S/

/** A blank beside a mark of the query, and behind it what is no comment: the last value, or more parameters. */
const blankBehind = /[?&=][ \t]+(?=[\w.-]*[\d=&]\S*$|[^?]*[\w}>]&\w+=|\w+\?\w+=)/
const blankBefore = /[\w}>][ \t]+(?=&\w+=)/

/** What is wrong with the target of a request, whether the version of HTTP stands behind it or not. */
export function target({ head: { text } }: HttpMessage): LineSlip[] {
  const all = text.slice(0, longest).replace(placeholders, (it) => '_'.repeat(it.length))
  const header = glued.exec(all)
  const end = header ? header.index + 1 : all.search(/[ \t]+HTTPS?[/\\ ]?\d/)
  const shown = end < 0 ? all : all.slice(0, end)
  return [...gluedHeader(header), ...curly(shown), ...(end < 0 ? blanks(shown) : [])]
}

function gluedHeader(found: RegExpExecArray | null): LineSlip[] {
  const [, name = ''] = found ?? []
  if (!found) return []
  const range = [found.index + 1, found.index + 1 + name.length] as const
  return [{ range, message: `header "${name.slice(0, -1)}" begins behind the URL`, help: 'begin a new line with it' }]
}

/** `?filter=name eq “jar”`: what a word processor makes of quotes is another letter to a server. */
function curly(shown: string): LineSlip[] {
  const at = /[“”]/.exec(shown)?.index
  if (at === undefined || !/^\S+ \S|^\S+\?/.test(shown)) return []
  const message = `"${shown[at]}" is no quote in a URL`
  return [{ range: [at, at + 1], message, help: 'write a straight one' }]
}

function blanks(shown: string): LineSlip[] {
  const at = shown.indexOf('?')
  const query = at < 0 ? '' : shown.slice(at)
  if (!/[ \t]/.test(query) || !(blankBehind.test(query) || blankBefore.test(query))) return []
  return [{ range: [at, shown.length], message: 'the query has blanks', help: 'delete them, or write "%20"' }]
}

const parameter = /[?&][\w.[\]-]+=[^\s&?]+$/

/** `?from=x` and `to=y` on the line below it: what follows the first line of a GET is no body. */
export function tornQuery({ method = 'GET', head, headers: [next] }: HttpMessage): LineSlip | undefined {
  if (!isBodiless(method) || !next || !parameter.test(head.text.slice(-200))) return undefined
  const name = /^[A-Za-z_][\w.-]{0,60}(?==[^\s=])(?!\S*[^\S\r\n]+(?!HTTP\/)\S)/.exec(next.text)?.[0]
  if (name === undefined) return undefined
  const message = `no "&" between "${name}" and the parameter above it`
  return { range: [0, name.length], message, help: 'write one in front of it', write: `&${name}` }
}

/** `GET api/pots HTTP/1.1`. What has a dot is a host, and what is called like one stands for it. */
const rootless =
  /^[A-Z]+[ \t]+(?!(?:[a-z\d-]*[_-])?(?:host|localhost|server|url|uri|domain|instance|site|tenant|root|base|address|endpoint)\/)([a-z][a-z\d_-]*\/\S*)[ \t]+HTTPS?\/\d/

/** A path begins with a slash where a message goes over the wire. */
export function rootlessTarget({ method, head: { text } }: HttpMessage): LineSlip | undefined {
  const path = method === undefined ? undefined : rootless.exec(text.slice(0, longest))?.[1]
  if (path === undefined) return undefined
  const at = text.indexOf(path, method?.length)
  const [first = ''] = path.split(/(?<=\/)/, 1)
  const message = `the path begins with "${first}", without a slash`
  return { range: [at, at + path.length], message, help: `write "/${first}"`, write: `/${path}` }
}

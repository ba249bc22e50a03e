import type { Range } from '../../../types.ts'
import { type LineSlip, meant } from './start-line-faults.ts'

/** Names that every reader takes for a header, whatever stands around them. */
const known =
  /^(Accept(?:[- ](?:Language|Encoding|Charset))?|Authorization|Cache[- ]Control|Content[- ](?:Type|Length|Encoding|Disposition|Language)|Cookie|ETag|Host|If[- ](?:None[- ])?Match|Link|Location|Origin|Set[- ]Cookie|User[- ]Agent)(?![\w-])/i

/** Whether a line is a header, and none of another kind. */
export function isHeader(text: string): boolean {
  const name = known.exec(text)?.[0]
  return name !== undefined && text[name.length] === ':'
}

/** What is wrong with a line of a head. */
export function headerLine(text: string): LineSlip | undefined {
  const spaced = /^([\w-]+)([ \t]+):/.exec(text)
  if (spaced) {
    const [, name = '', gap = ''] = spaced
    const range: Range = [0, name.length + gap.length + 1]
    return { range, message: `blank between header "${name}" and its colon`, help: 'delete it', write: `${name}:` }
  }
  const name = known.exec(text)?.[1]
  if (name === undefined) return digestLine(text)
  const rest = text.slice(name.length)
  if (/^host$/i.test(name) && rest.startsWith(':')) return hostLine(text)
  if (rest.startsWith(':') && /^(?:content-type|accept)$/i.test(name)) return typeLine(text)
  const dashed = name.replaceAll(' ', '-')
  if (dashed !== name && rest.startsWith(':')) return meant([0, name.length], `blank in header "${name}"`, dashed)
  const wrong = /^\s*([=;,]|")?\s*(?=\S)/.exec(rest)
  if (rest.startsWith(':') || !wrong || (wrong[1] === undefined && !looksLikeValue(rest))) return undefined
  const range: Range = [0, name.length + wrong[0].length]
  return { range, message: `no colon after header "${name}"`, help: `write "${dashed}:"`, write: `${dashed}: ` }
}

/** A digest alone: which algorithm made it stands in front of it. */
function digestLine(text: string): LineSlip | undefined {
  const [, before = '', name = '', value = ''] =
    /^(((?:Content-|Repr-)?Digest):[ \t]*)([\w+/:-]{16,}={0,2})$/i.exec(text) ?? []
  const range: Range = [before.length, before.length + value.length]
  return value === ''
    ? undefined
    : { range, message: `"${name}" names no algorithm`, help: 'write "sha-256=" in front' }
}

/** Readers of a message take what stands here for a name; the protocol and the path have places of their own. */
function hostLine(text: string): LineSlip | undefined {
  const [, before = '', value = '', name = ''] =
    /^(host:\s*)((?:https?:\/\/)?([\w-]+(?:\.[\w-]+)*(?::\w+)?)(?:\/\S*)?)$/i.exec(text.trimEnd()) ?? []
  if (value === name) return undefined
  const range: Range = [before.length, before.length + value.length]
  return meant(range, `"${value}" is a URL, and "Host" holds a name`, name)
}

/** The halves of media types that are taken for the whole, and what that is, where it is beyond doubt. */
const wholes: Partial<Record<string, string>> = {
  json: 'application/json',
  xml: 'application/xml',
  html: 'text/html',
  csv: 'text/csv',
  pdf: 'application/pdf',
  'form-data': 'multipart/form-data',
  'octet-stream': 'application/octet-stream',
  'x-www-form-urlencoded': 'application/x-www-form-urlencoded',
}

/** `Content-Type: json`: a type has two parts. Any other word may be a placeholder. */
function typeLine(text: string): LineSlip | undefined {
  const [, before = '', value = ''] = /^([\w-]+:\s*)([\w-]+)\s*$/.exec(text) ?? []
  const half = value.toLowerCase()
  const write = Object.hasOwn(wholes, half) ? wholes[half] : undefined
  if (write === undefined && !/^(?:application|text|image|multipart)$/.test(half)) return undefined
  const range: Range = [before.length, before.length + value.length]
  return {
    range,
    message: `"${value}" is half a media type`,
    help: `write ${write ? `"${write}"` : 'both parts, as in "application/json"'}`,
    write,
  }
}

/** `Accept application/json; q=1`, `Host clay.test`, but not `Host name of the server`. */
function looksLikeValue(rest: string): boolean {
  return /^\s+(?:\S+\/\S+(?: ?[\w-]+=[^\s;]+;?){0,3}|[\w-]+(?:\.[\w-]+)+|Bearer\b.*|Basic\b.*|\d+)$/.test(rest)
}

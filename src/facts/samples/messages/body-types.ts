import { placeOf } from '../../../parse/places.ts'
import type { Range } from '../../../types.ts'
import type { Call } from '../../endpoints/calls/index.ts'
import { writes } from '../../methods.ts'
import type { CodeBlock } from '../blocks/code.ts'
import type { Slip } from '../commands/slips.ts'
import type { HttpMessage } from './http.ts'

type Kind = 'json' | 'xml'

const told = /^content-type:\s{0,9}((?:application|text)\/(?:[\w.-]{1,60}\+)?(json|xml))\s{0,9}(?:;|$)/i
/** No XML begins so, and no JSON. */
const begins = { json: /^\s*(?:[{[]\s*){1,4}"[^"\n]{1,200}"\s*:/, xml: /^\s*<(?:\?xml\s|[A-Za-z][\w.:-]{0,80}[\s>])/ }
const ends = { json: /[}\]]\s*$/, xml: /<\/[\w.:-]{1,80}>\s*$/ }
const names = { json: 'JSON', xml: 'XML' }

/** `-H 'Content-Type: application/xml' -d '{"size": 4}'` */
export function wrongTypeOfCall({ headers, bodies: [body, another] }: Call): Slip | undefined {
  if (!body || another) return undefined
  const found = headers.map((it) => ({ it, slip: wrongType(it.text, body.text) })).filter(({ slip }) => slip)
  const [{ it, slip } = {}] = found
  return it && slip && { ...slip, range: placeOf(slip.range, it.offset) }
}

/** A message whose head says that its body is XML, and which is JSON. */
export function wrongTypeOfMessage({ kind, method, headers, body }: HttpMessage, { value }: CodeBlock): Slip[] {
  // Below a head that has no body stands what came back.
  if (!body || (kind === 'request' && !writes(method))) return []
  const shown = value.slice(body.start, body.end)
  return headers.flatMap(({ text, start }) => {
    const slip = wrongType(text, shown)
    const isAskedFor = slip && headers.some((it) => new RegExp(`^accept:.*${slip.is}`, 'i').test(it.text))
    return slip && !isAskedFor ? { ...slip, range: placeOf(slip.range, (at) => start + at) } : []
  })
}

/** What a header says of a body that is plainly the other of the two. */
function wrongType(header: string, body: string): (Slip & { is: Kind }) | undefined {
  const [all = '', type = '', said = ''] = told.exec(header) ?? []
  if (all === '') return undefined
  const is = said.toLowerCase() === 'json' ? 'xml' : 'json'
  if (!begins[is].test(body.slice(0, 600)) || !ends[is].test(body.slice(-200))) return undefined
  const at = all.indexOf(type)
  const range: Range = [at, at + type.length]
  return {
    is,
    range,
    message: `Content-Type is "${type}", and the body is ${names[is]}`,
    help: `write "application/${is}"`,
  }
}

import { textBefore } from '../../../text.ts'
import type { Document, Endpoint, Range } from '../../../types.ts'
import type { Mismatch } from '../../types/calls.ts'

/** The end of a paragraph that says where to send what, and the line that opens the fence right below it. */
const sentence =
  /\b(POST|PUT|PATCH|DELETE) (?:(?:an? )?requests? )?(?:to|on|at) (`?)(https?:\/\/[^\s`]+?)\2:?[ \t\r]*\n[ \t\r]*\n[ \t]*(?:`{3,}|~{3,})[^\n]*\n\s*(?:\$ )?$/

/** "You can POST to `https://…`:" right above `curl https://…`, which sends a GET: nothing says that method to curl. */
export function contradictsSentence({ facts: { endpoints }, text }: Document): Mismatch[] {
  return endpoints.flatMap((sample): Mismatch[] => {
    if (sample.form !== 'curl' || sample.method !== 'GET' || sample.methodRange) return []
    const before = textBefore(text, sample.range[0], 500)
    const found = sentence.exec(before)
    const [, method, , url = ''] = found ?? []
    if (!found || method === undefined || !url.endsWith(`${sample.host}${sample.path}`)) return []
    const start = sample.range[0] - before.length + found.index
    const methodRange: Range = [start, start + method.length]
    const definition: Endpoint = { ...sample, method, methodRange, pathRange: methodRange }
    return [{ sample, definition, kind: 'method', within: 'sentence' }]
  })
}

import { grouped } from '../../grouped.ts'
import { items, member, members, text } from '../../parse/json.ts'
import { plural } from '../../text.ts'
import type { Finding, JsonNode, Range } from '../../types.ts'
import type { Operation } from '../types/contracts.ts'

/** What nobody has registered and no framework sends by itself, and what it is taken for. `text/json` is what some servers do send. */
const meant = new Map([
  ['application/text', 'text/plain'],
  ['application/txt', 'text/plain'],
  ['application/plain', 'text/plain'],
  ['application/html', 'text/html'],
  ['application/jpg', 'image/jpeg'],
  ['application/jpeg', 'image/jpeg'],
  ['application/png', 'image/png'],
])

/** Media types of a contract that there are not, each once, and forms in calls that take none. */
export function mediaTypeProblems(
  root: JsonNode,
  parts: readonly JsonNode[],
  operations: readonly Operation[],
): Finding[] {
  const said = parts.flatMap(typesOf)
  const unknown = grouped(
    said.filter(({ name }) => meant.has(name)),
    ({ name }) => name,
  )
  const slips = [...unknown].map(([name, all]): Finding => {
    const [at = [0, 0] as const, ...others] = all.map((it) => it.at).sort((a, b) => a[0] - b[0])
    const more = others.length > 0 ? `, here and in ${plural(others.length, 'other place')}` : ''
    return {
      at,
      severity: 'warning',
      message: `"${name}" is no registered media type${more}`,
      help: `write "${meant.get(name)}"`,
    }
  })
  return [...slips, ...formless(root, operations)]
}

interface Said {
  name: string
  at: Range
}

function typesOf(node: JsonNode): Said[] {
  const listed = [member(node, 'consumes'), member(node, 'produces')].flatMap(items)
  return [
    ...listed.map((it) => ({ name: text(it) ?? '', at: it.range })),
    ...members(member(node, 'content')).map(({ key, keyRange }) => ({ name: key, at: keyRange })),
  ]
}

/** `in: formData` below `consumes: [application/json]`: a form is sent as a form. Once, however many calls do so. */
function formless(root: JsonNode, operations: readonly Operation[]): Finding[] {
  const [first, ...others] = operations.flatMap((operation) => {
    const taken = items(member(operation.node, 'consumes') ?? member(root, 'consumes')).map((it) => text(it) ?? '')
    const field = operation.parameters.list.find((it) => it.in === 'formData')
    const isJson = taken.length > 0 && taken.every((it) => /^application\/(?:[\w.-]+\+)?json\b/.test(it))
    return field && isJson ? { operation, field } : []
  })
  if (!first) return []
  const { operation, field } = first
  return [
    {
      at: operation.at,
      severity: 'warning',
      message: `the parameter "${field.name}" is part of a form, and ${operation.method} "${operation.template}" consumes only JSON`,
      help: 'let it consume "application/x-www-form-urlencoded" or "multipart/form-data", or describe a body',
      related: others.slice(0, 5).map((it) => ({
        path: it.operation.path,
        at: it.operation.at,
        message: `so does ${it.operation.method} "${it.operation.template}"`,
      })),
    },
  ]
}

import type { Contradiction } from '../../schema/contradiction.ts'
import type { Document, JsonNode, Sample } from '../../types.ts'
import { contextOf, shownBy } from './context.ts'

const moment = /"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/

/** Moments that no calendar and no clock has, whatever the schema says: month 13, the 31st of June, 25 o'clock. */
export function impossibleMoments(document: Document, sample: Sample): Contradiction[] {
  const json = shownBy(sample)
  if (!json || !moment.test(document.text.slice(...sample.range))) return []
  const found = momentsIn(json).flatMap(({ node, value }): Contradiction[] => {
    const says = whyNever(value)
    const place = { path: document.path, node }
    return says ? [{ kind: 'moment', at: node.range, name: '', says, shows: value, place }] : []
  })
  // What is sent to be refused is wrong on purpose.
  return found.length > 0 && isRefused(document, sample) ? [] : found
}

function isRefused(document: Document, sample: Sample): boolean {
  const { failing, role } = contextOf(document, sample)
  return failing && role !== 'response'
}

function momentsIn(root: JsonNode): { node: JsonNode; value: string }[] {
  const found: { node: JsonNode; value: string }[] = []
  const open = [root]
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.kind === 'array') open.push(...node.items)
    else if (node.kind === 'object') open.push(...node.members.map(({ value }) => value))
    else if (node.kind === 'string') found.push({ node, value: String(node.value) })
  }
  return found.reverse()
}

function whyNever(value: string): string | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2}))?(?!\d)/.exec(value)?.slice(1).map(Number)
  if (!parts) return undefined
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
  // Zeros stand for no moment at all.
  if (month === 0 || day === 0) return undefined
  if (month > 12) return `a year has no month ${month}`
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return `that month has no day ${day}`
  if (hour > 24) return `a day has no hour ${hour}`
  return minute > 59 || second > 60 ? `no clock shows ${minute}:${second}` : undefined
}

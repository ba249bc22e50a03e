import { nodesIn } from '../../parse/json.ts'
import type { JsonMember, JsonNode, NameFault, Tolerated } from '../../types.ts'

/** Who writes comments into a sample, or several samples into one block, shows what else may stand there. */
const alternatives: ReadonlySet<Tolerated> = new Set(['comment', 'several', 'preamble'])
/** Names that stand for no member: package files repeat them in place of comments. */
const comment = /^(?:\/\/|#|[_$@]*comments?$|\.{3}|…)/i

/** Names that nobody means. Who writes comments, or leaves something out, may well repeat a name, and ends none with a blank or a colon. */
export function nameFaults(json: JsonNode | undefined, tolerated: readonly Tolerated[]): NameFault[] {
  if (!json) return []
  const found = tolerated.some((it) => alternatives.has(it)) ? [] : repeatedNames(json)
  for (const node of nodesIn(json)) if (node.kind === 'object') found.push(...node.members.flatMap(strayMark))
  return found.sort((a, b) => a.range[0] - b.range[0])
}

/** `"kiln ":`, `" kiln":`, `"kiln:":`, which is no scheme of a URL. */
function strayMark(
  { key: name, keyRange: range }: JsonMember,
  at: number,
  members: readonly JsonMember[],
): NameFault[] {
  if (/^[ \t]{0,9}\w[\w.-]*[ \t]{0,9}$/.test(name)) return name.trim() === name ? [] : [{ name, range }]
  if (!/^[A-Za-z][\w.-]+:$/.test(name) || schemes.test(name)) return []
  return members.some(({ key }, other) => other !== at && /[:/]/.test(key)) ? [] : [{ name, range }]
}

const schemes =
  /^(?:https?|wss?|s?ftps?|file|data|blob|node|npm|git|ssh|s3|mailto|tel|urn|about|javascript|chrome|view-source):$/i

/**
 * Names that an object has twice: whoever reads it gets one of the two values. Right below each other they show two ways to
 * write one member, if the first has a value and the second another; with other members in between, the second was pasted or forgotten.
 */
function repeatedNames(json: JsonNode): NameFault[] {
  const found: NameFault[] = []
  for (const node of nodesIn(json)) {
    if (node.kind === 'object' && node.members.length > 2 && !node.elided) found.push(...repeatedIn(node.members))
  }
  return found
}

function repeatedIn(members: readonly JsonMember[]): NameFault[] {
  const seen = new Map<string, number>()
  return members.flatMap(({ key, keyRange, value }, at) => {
    const before = seen.get(key)
    seen.set(key, at)
    const first = before === undefined ? undefined : members[before]
    const isOtherWay = first && before === at - 1 && !isEmpty(first) && !isSame(first.value, value)
    return first && !isOtherWay && !comment.test(key) ? [{ name: key, range: keyRange, first: first.keyRange }] : []
  })
}

/** One word or number, written twice. */
function isSame(a: JsonNode, b: JsonNode): boolean {
  return 'value' in a && 'value' in b && a.kind === b.kind && a.value === b.value
}

function isEmpty(it: JsonMember | undefined): boolean {
  return it?.value.kind === 'string' && it.value.value === ''
}

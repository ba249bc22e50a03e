import { objectsIn } from '../../parse/json.ts'
import { byStart } from '../../text.ts'
import type { JsonMember, JsonNode, NameFault, Range, Tolerated } from '../../types.ts'

/** Who writes several samples into one block shows what else may stand there. */
const alternatives: ReadonlySet<Tolerated> = new Set(['several', 'preamble'])
/** Names that stand for no member: package files repeat them in place of comments. */
const comment = /^(?:\/\/|#|[_$@]*comments?$|\.{3}|…)/i

/** Names that nobody means. Who writes a comment beside them, or leaves something out, may well repeat a name, and ends none with a blank or a colon. */
export function nameFaults(
  json: JsonNode | undefined,
  tolerated: readonly Tolerated[],
  comments: readonly number[],
): NameFault[] {
  if (!json) return []
  const mayRepeat = !tolerated.some((it) => alternatives.has(it))
  const found: NameFault[] = []
  const objects = objectsIn(json)
  for (const object of objects) {
    const { members, elided } = object
    if (mayRepeat && !elided && members.length > 2) found.push(...repeatedIn(object, objects, comments))
    for (const { key, keyRange } of members) if (isOdd(key, members)) found.push({ name: key, range: keyRange })
  }
  return found.sort(byStart)
}

/** `"kiln ":`, `" kiln":`, `"kiln:":`, which is no scheme of a URL. */
function isOdd(name: string, members: readonly JsonMember[]): boolean {
  if (!name.endsWith(':')) return blankAround.test(name)
  if (!/^[A-Za-z][\w.-]+:$/.test(name) || schemes.test(name)) return false
  return members.every(({ key }) => key === name || !/[:/]/.test(key))
}

/** It begins at the blank, which hardly any name has. */
const blankAround = /[ \t](?:(?<=^[ \t]{1,9})\w[\w.-]*[ \t]{0,9}|(?<=^[\w.-]*\w[ \t]{1,9}))$/

const schemes =
  /^(?:https?|wss?|s?ftps?|file|data|blob|node|npm|git|ssh|s3|mailto|tel|urn|about|javascript|chrome|view-source):$/i

/**
 * Names that an object has twice: whoever reads it gets one of the two values. Right below each other they show two ways to
 * write one member, if the first has a value and the second another, unless an object like this one has another name there, or what they
 * say is no choice; with other members in between, the second was pasted or forgotten.
 */
function repeatedIn(object: Members, objects: readonly Members[], comments: readonly number[]): NameFault[] {
  const { members } = object
  const seen = new Map<string, number>()
  const found: NameFault[] = []
  members.forEach(({ key, keyRange, value }, at) => {
    const before = seen.get(key)
    seen.set(key, at)
    const first = before === undefined ? undefined : members[before]
    if (before === undefined || !first || comment.test(key) || isRemarked(object, [before, at], comments)) return
    const isOtherWay =
      before === at - 1 && !isEmpty(first) && !isSame(first.value, value) && !isStatusAndName(key, first.value, value)
    if (!isOtherWay || objects.some((it) => isAsIn(it, members, at)))
      found.push({ name: key, range: keyRange, first: first.keyRange })
  })
  return found
}

interface Members {
  members: readonly JsonMember[]
  range: Range
}

/** A comment beside one of two members, in it, or between them may say that the second stands for the first; one inside of another member does not. */
function isRemarked({ members, range }: Members, [first, second]: Range, comments: readonly number[]): boolean {
  const start = members[first - 1]?.value.range[1] ?? range[0]
  const end = members[second + 1]?.keyRange[0] ?? range[1]
  const others = members.slice(first + 1, second)
  return comments.some((at) => at >= start && at < end && !others.some(({ value }) => isWithin(at, value.range)))
}

function isWithin(at: number, [start, end]: Range): boolean {
  return at > start && at < end
}

/** All names of an object are those of another one, but for one that the other one lacks. */
function isAsIn({ members: others }: Members, own: readonly JsonMember[], at: number): boolean {
  if (others.length !== own.length || own.some(({ key }) => key === others[at]?.key)) return false
  return others.every(({ key }, index) => (key === own[index]?.key) === (index !== at))
}

/** One word or number, written twice. */
function isSame(a: JsonNode, b: JsonNode): boolean {
  return 'value' in a && 'value' in b && a.kind === b.kind && a.value === b.value
}

function isEmpty(it: JsonMember | undefined): boolean {
  return it?.value.kind === 'string' && it.value.value === ''
}

/** `"error": 404, "error": "not_found"`: the number of an error and what it is called say two things of it, and both belong there. */
function isStatusAndName(key: string, a: JsonNode, b: JsonNode): boolean {
  const [number, name] = a.kind === 'number' ? [a, b] : [b, a]
  if (number.kind !== 'number' || name.kind !== 'string' || !/err|code|status/i.test(key)) return false
  return /^[45]\d\d$/.test(String(number.value)) && /^[A-Za-z][A-Za-z_ -]+$/.test(String(name.value))
}

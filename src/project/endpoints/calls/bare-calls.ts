import { writes } from '../../../facts/methods.ts'
import type { Contradiction } from '../../../schema/contradiction.ts'
import { foldName } from '../../../schema/keys.ts'
import { placeAt } from '../../../schema/place.ts'
import { startOfLine } from '../../../text.ts'
import type { Document, Endpoint, Field, Range, Sample } from '../../../types.ts'
import { within } from '../../ranges.ts'
import type { EndpointIndex } from '../../types/endpoints.ts'
import type { EndpointGroup } from '../../types/groups.ts'
import type { Project } from '../../types/project.ts'
import { parameterNames } from '../paths.ts'

/** What sends something, reads it from elsewhere, or may: a body, a form, a file, a here-document, a pipe. */
const sends =
  /(?:^|\s)(?:[-–][A-Za-z]{0,5}[dFGKT]|(?:--|—|–)(?:config|data|form|get|json|raw|upload-file|url-query))|[@|<>]|\.\.\.|…|\$\(|\w:?=[^\s=]/
/** Who calls is told before, and `<id>` stands for a value. */
const besides = /(?:-u|--user)(?:=| ?)(?:'[^'\n]*'|"[^"\n]*"|\S+)|<[\w -]{1,80}>/g
/** What a call may say in ways of its own, or all calls in one. */
const isOfCaller = /^id$|auth|token|key|secret|version|format$|lang/i

interface Asked {
  project: Project
  index: EndpointIndex
  document: Document
}

/** `curl -X POST …/pots`, the only call that a section shows, whose table requires what stands neither in the path nor in a header. */
export function bareCalls(asked: Asked): Contradiction[] {
  const { index, document } = asked
  return index.groups(document).flatMap((group): Contradiction[] => {
    const [call, more] = group.samples
    if (!call || more || !isBare(call, document)) return []
    const fields = fieldsOf(asked, group)
    const inPath = new Set(parameterNames(group.definitions.map((it) => index.path(it))).map(foldName))
    // The table may well call by another name what the path has.
    const known = new Set(fields.map(({ path: [name = ''] }) => foldName(name)))
    const said = foldName(document.text.slice(...call.range).replace(besides, ''))
    const lacking = fields.filter((it) => isRequired(it) && !inPath.has(foldName(it.path[0] ?? '')) && !isIn(said, it))
    const [field] = lacking
    if (!field || [...inPath].some((it) => !known.has(it)) || showsBody(asked, group, field)) return []
    const says = lacking.length > 1 ? ` (and ${lacking.length - 1} more)` : ''
    const place = placeAt(document.path, field.nameRange)
    return [{ kind: 'bare', at: call.pathRange, name: field.path[0] ?? '', says, shows: '', place }]
  })
}

/** To the end of its block: a command that breaks off goes on there. */
function isBare({ form, method, query, range }: Endpoint, { text, facts }: Document): boolean {
  if ((form !== 'curl' && form !== 'httpie') || !writes(method) || query) return false
  const before = text.slice(startOfLine(text, range[0]), range[0])
  const fence = facts.fences.find((it) => within(range, it.range))
  const end = fence ? fence.range[1] : range[1]
  return !before.includes('|') && !sends.test(text.slice(range[0], end).replace(besides, ''))
}

/** In JSON, or in another block of code above the call. */
function showsBody({ project, index, document }: Asked, group: EndpointGroup, { path: [name = ''] }: Field): boolean {
  const { facts, text } = document
  const call = group.samples[0]?.range[0] ?? 0
  const isOwn = ({ section }: { section: number }) => index.of(document, section) === group
  const isAbove = ({ range: [, end] }: { range: Range }) => end <= call
  // What stands below a call, and does not say what it is, came back.
  const isSent = (it: Sample) => {
    const { role } = project.samples.context(document, it)
    return role === 'request' || (role === 'unknown' && isAbove(it))
  }
  return (
    facts.samples.some((it) => isOwn(it) && isSent(it)) ||
    facts.fences.some((it) => isOwn(it) && isAbove(it) && text.slice(...it.range).includes(name))
  )
}

function fieldsOf({ index, document }: Asked, group: EndpointGroup): Field[] {
  const own = document.facts.schemas.filter(
    ({ role, section }) => role === 'parameters' && index.of(document, section) === group,
  )
  return own.flatMap(({ fields }) => fields)
}

/** Whether a call has to send it, in a body or a query. */
function isRequired({ path: [name = '', deeper], required, place = '', default: value }: Field): boolean {
  return (
    required === 'yes' &&
    !value &&
    deeper === undefined &&
    !/path|head|cookie|url/i.test(place) &&
    !isOfCaller.test(name)
  )
}

function isIn(said: string, { path: [name = ''] }: Field): boolean {
  return said.includes(foldName(name))
}

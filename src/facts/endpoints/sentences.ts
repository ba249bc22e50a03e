import { counted } from '../../grouped.ts'
import { leading } from '../../text.ts'
import type { Endpoint } from '../../types.ts'
import { commonMethods } from '../methods.ts'
import type { Located, Syntax } from '../syntax.ts'
import { type Candidate, candidates, from } from './candidate.ts'
import { readUrl } from './request-line.ts'

const method = `(?:\`(?<coded>${commonMethods})\`|(?<![A-Za-z\`/-])(?<bare>${commonMethods})(?![A-Za-z\`/-]))`
const place = '`(?<place>(?:https?:/|\\{\\w+\\})?/[^`\\s]{1,300})`'
/** Few words of one sentence. */
const between = '[^`\\n.。:：;]{1,40}'
/** "Send a `GET` to `/pots/{id}`", "以 `POST` 方式向 `https://…` 提交". */
const methodFirst = new RegExp(method + between + place, 'd')
/** "`/pots` に `POST` リクエスト", "call `/pots` with a `GET`". */
const placeFirst = new RegExp(place + between + method, 'd')

/** What tells a call from where something comes from. */
const tellsToCall =
  /\b(?:send|sent|sending|mak(?:e|ing)|issue|perform|submit|call(?:ed|ing)?|invoke|us(?:e|ing)|requests?|hit|envi\p{L}+|haga|hacer|realiz\p{L}+|llam\p{L}+|faça|fazer|cham\p{L}+|effectu\p{L}+|envoy\p{L}+|appel\p{L}+|send\p{L}+|ruf\p{L}*|stell\p{L}+)(?!\p{L})|호출|요청|发送|發送|请求|請求|提交|调用|呼び出|送信|リクエスト|отправ|вызов|вызв|запрос|выполн/iu
/** It is told of what is not to be called here, or not now. */
const denies =
  /\b(?:not|never|instead|rather|cannot|can't|don't|no longer|deprecated|unlike|previous(?:ly)?|formerly|from|after|before|once|until|returned|response of|result of)\b/i
/** "For example:", "例如：": what may stand between the sentence and its call. */
const leadsOn = /^[^\n`]{1,60}[:：]$/

/**
 * Where a page documents its endpoints in no other way, the sentence right above the only call of a section does: "send a `POST`
 * request to `/pots`".
 */
export function statedInSentences(found: Endpoint[], syntax: Syntax): Endpoint[] {
  if (found.some(({ role }) => role === 'definition' || role === 'row')) return found
  const sent = found.filter(({ role, form }) => role === 'sample' && (form === 'curl' || form === 'httpie'))
  const calls = counted(sent.map(({ section }) => section))
  const stated = sent.flatMap((call) => {
    if (calls.get(call.section) !== 1) return []
    const above = paragraphAbove(call, syntax)
    return above === undefined ? [] : statedBy(above, found, syntax)
  })
  if (stated.length === 0) return found
  const taken = new Set(stated.map(({ pathRange: [at] }) => at))
  const others = found.filter(({ pathRange: [at] }) => !taken.has(at))
  return [...others, ...stated].sort((a, b) => a.pathRange[0] - b.pathRange[0])
}

function paragraphAbove(call: Endpoint, { blocks, text }: Syntax): Located | undefined {
  let at = leading(blocks, ({ range }) => range[0] <= call.range[0]) - 2
  const isLead = (it: Located | undefined) => it?.node.type === 'paragraph' && leadsOn.test(text.slice(...it.range))
  if (isLead(blocks[at]) && blocks[at - 1]?.node.type === 'paragraph') at--
  const above = blocks[at]
  return above?.node.type === 'paragraph' && above.section === call.section ? above : undefined
}

/** The one endpoint of a paragraph that tells to call it. */
function statedBy({ range: [start, end], section }: Located, found: readonly Endpoint[], { text }: Syntax): Endpoint[] {
  const source = text.slice(start, end)
  const named = found.filter(({ role, range: [at] }) => role === 'mention' && at >= start && at < end)
  const parted = named.length === 0 ? partedIn(source) : undefined
  const all = parted ? candidates(parted, from(start), { form: 'text', section, block: start }) : named
  const [only, another] = all
  if (!only?.method || another) return []
  const sentence = sentenceAt(source, only.range[0] - start)
  if (!tellsToCall.test(sentence) || denies.test(sentence)) return []
  return [asDefinition(only)]
}

function asDefinition({
  form,
  section,
  method,
  methodRange,
  host,
  path,
  query,
  pathRange,
  range,
}: Endpoint | Candidate) {
  return { form, section, method, methodRange, host, path, query, pathRange, range, role: 'definition' as const }
}

/** A verb and a path in code, with few words between them. What names two of either says more than one thing. */
function partedIn(source: string) {
  const match = methodFirst.exec(source) ?? placeFirst.exec(source)
  const { coded, bare, place = '' } = match?.groups ?? {}
  const verb = coded ?? bare
  const places = match?.indices?.groups
  const methodStart = (places?.coded ?? places?.bare)?.[0]
  const urlStart = places?.place?.[0]
  if (verb === undefined || methodStart === undefined || urlStart === undefined) return undefined
  if ((source.match(anyVerb)?.length ?? 0) > 1 || (source.match(anyPlace)?.length ?? 0) > 1) return undefined
  const url = readUrl(source, urlStart)
  return url?.url === place ? { method: verb, methodStart, ...url } : undefined
}

const anyVerb = new RegExp(`(?<![A-Za-z])(?:${commonMethods})(?![A-Za-z])`, 'g')
const anyPlace = /`(?:https?:\/)?\/[^`\s]+`/g

function sentenceAt(source: string, at: number): string {
  const before = source.slice(0, at)
  const start = Math.max(before.lastIndexOf('. '), before.lastIndexOf('。'), before.lastIndexOf('\n\n')) + 1
  const rest = /^[\s\S]*?(?:[.?!](?=\s)|。|$)/.exec(source.slice(at))?.[0] ?? ''
  return before.slice(start) + rest
}

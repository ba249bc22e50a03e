import { looksLikeJson } from '../../parse/sample.ts'
import { endOfLine } from '../../text.ts'

/** A document of several in one block, and the line that leads to it; the first one may have none. */
export interface Part {
  label?: string
  start: number
  end: number
}

/** What a line says that leads to a sample, and hardly anything else of the same length does. */
const leads =
  /\b(?:request|response|success|fail|error|sample|example)|请求|請求|响应|響應|返回|成功|失败|失敗|错误|錯誤|リクエスト|レスポンス|エラー|요청|응답|запрос|ответ|ошибк/i
/** What stands in words alone, and in no line of code. */
const words = /^(?:\/\/|[#*-]{1,6}(?= ))?[^{}[\]"=;<>\\|$`]{1,80}$/

/** The line on which a document begins, behind its label or without one. */
const opening = /^\s*(?:([^\s{}[\]"=;<>\\|$`][^{}[\]"=;<>\\|$`]{0,60})[:：]\s*)?(?=[{[])/

/**
 * A request, "Response:", and the response in one block: where nothing but lines of words stands between whole documents, each is a
 * sample of its own. None where something else does.
 */
export function labelledParts(value: string): Part[] {
  const parts: Part[] = []
  let label: string | undefined
  for (let at = 0, feed: number; at < value.length; at = feed + 1) {
    feed = endOfLine(value, at)
    const line = value.slice(at, feed)
    const [lead, said] = opening.exec(line) ?? []
    if (lead !== undefined) {
      const start = at + lead.length
      const end = documentEnd(value, start)
      label = said ?? label
      feed = endOfLine(value, end)
      if (end < 0 || value.slice(end, feed).trim() !== '') return []
      const last = parts.at(-1)
      if (last && label === undefined) last.end = end
      else parts.push({ start, end, ...(label !== undefined && { label }) })
      label = undefined
    } else if (line.trim() !== '') {
      label = line.trim()
      if (!isOfWords(label)) return []
    }
  }
  return parts
}

/** A block that begins with such a line, where each of its documents has one that tells what it is. Before a single one, words of English say much else. */
export function toldParts(value: string): Part[] {
  if (!/^\s*[^\s{["][^{["]{0,80}[{[]/.test(value)) return []
  const parts = labelledParts(value)
  const isTold = parts.every(({ label = '', start }) => leads.test(label) && looksLikeJson(value.slice(start)))
  return isTold && (parts.length > 1 || !/[a-z]/i.test(parts[0]?.label ?? '')) ? parts : []
}

function isOfWords(line: string): boolean {
  return words.test(line) && /\p{L}/u.test(line)
}

/** What may hold a bracket that is none, and the brackets. */
const pieces = /"(?:[^"\\\n]|\\.)*"?|\/\/[^\n]*|[{}[\]]/g

/** Where the document that begins on a line ends; -1 where it never does. */
export function documentEnd(value: string, start: number): number {
  let depth = 0
  pieces.lastIndex = start
  for (let it = pieces.exec(value); it; it = pieces.exec(value)) {
    if (it[0] === '{' || it[0] === '[') depth++
    else if ((it[0] === '}' || it[0] === ']') && --depth === 0) return pieces.lastIndex
  }
  return -1
}

import { members } from '../../parse/json.ts'
import { textBefore } from '../../text.ts'
import type { JsonMember, Sample } from '../../types.ts'

/** What opens the code may stand between the two, and nothing else. */
const toCode = '(?:\\s|<(?:pre|code)[^<>\\n]{0,60}>|[`~]{3,}\\w*)*$'
/** A heading, a bullet or words in bold that begin with the status, or with one word before it: `- Código 404 Not Found:`. */
const title = new RegExp(
  `(?:^|\\n)(?:#{1,6} {1,3}|<h[1-6]>\\s{0,3}|[ \\t]{0,8}(?:[*+-] {1,3}(?:\\*\\*)?|\\*\\*))(?:(?:HTTP|Error|Code|Código|Status) )?\`?([45]\\d\\d)\\b([^\\n]{0,100})\\r?\\n${toCode}`,
  'i',
)
/** `Status: 200 OK`, `**Code:** 200`. */
const label = new RegExp(
  `(?:^|\\n)[ >*_]{0,6}(?:HTTP |response )?(?:status|(?:status )?code)[*_\`]{0,3} {0,3}:[ *_\`]{1,6}([2-5]\\d\\d)\\b([^\\n]{0,60})\\r?\\n${toCode}`,
  'i',
)
const names = ['status', 'statusCode', 'status_code', 'code', 'error']

/** `#### 400: Invalid`, `<h4>400</h4>`, `Code: 400`, and right below it a body with another status. */
export function contradictedTitle(text: string, { json, range: [start] }: Sample): Sample['contradicts'] {
  const shown = names.flatMap((name) => members(json).find((it) => it.key === name && isStatus(it))?.value ?? [])[0]
  if (!shown || !('value' in shown)) return undefined
  const said = String(shown.value)
  const before = textBefore(text, start, 300)
  const found = (/^[45]/.test(said) ? title.exec(before) : null) ?? label.exec(before)
  const [whole = '', code = said, more = ''] = found ?? []
  // A title with two statuses says nothing of one.
  if (code === said || /\b[1-5]\d\d\b/.test(more)) return undefined
  return { above: /^\n?[#<]/.test(whole) ? 'title' : 'line', code, said, range: shown.range }
}

/** What is called an error may be any text. */
function isStatus({ key, value }: JsonMember): boolean {
  if (key === 'error' && value.kind !== 'number') return false
  return 'value' in value && /^[2-5]\d\d$/.test(String(value.value))
}

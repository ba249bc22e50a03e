import { member } from '../../parse/json.ts'
import { textBefore } from '../../text.ts'
import type { Sample } from '../../types.ts'

/** What opens the code may stand between the two, and nothing else. */
const title =
  /(?:^|\n)(?:#{1,6} {1,3}|<h[1-6]>\s{0,3})(?:HTTP )?`?([45]\d\d)\b([^\n]{0,100})\r?\n(?:\s|<(?:pre|code)[^<>\n]{0,60}>|[`~]{3,}\w*)*$/i
const names = ['status', 'statusCode', 'status_code', 'code']

/** `#### 400: Invalid`, `<h4>400</h4>`, and right below it a body with another status of a failure. */
export function contradictedTitle(text: string, { json, range: [start] }: Sample): Sample['contradicts'] {
  const shown = names
    .map((it) => (json?.kind === 'object' ? member(json, it) : undefined))
    .find((it) => it !== undefined)
  const said = shown && 'value' in shown ? String(shown.value) : ''
  if (!shown || !/^[45]\d\d$/.test(said)) return undefined
  const [, code = said, more = ''] = title.exec(textBefore(text, start, 300)) ?? []
  // A title with two statuses says nothing of one.
  return code === said || /\b[1-5]\d\d\b/.test(more) ? undefined : { title: code, said, range: shown.range }
}

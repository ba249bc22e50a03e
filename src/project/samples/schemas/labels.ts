import { endOfLine, startOfLine, textBefore } from '../../../text.ts'
import type { Document, Link } from '../../../types.ts'
import { titleOf } from '../../sections.ts'

/** The words around a link that names a payload; `undefined` where the link stands in a sentence, or below a name that it is said of. */
export function labelOf(document: Document, link: Link): string | undefined {
  const { text, facts } = document
  const [start, end] = link.range
  const from = startOfLine(text, start)
  const line = `${text.slice(from, start)} ${text.slice(end, endOfLine(text, end))}`
  const around = labelIn(line.includes('](') ? line.replace(/\[[^\]]*\]\([^)]*\)/g, ' ') : line)
  if (around === undefined) return undefined
  const title = titleOf(document, link)
  const parent = titleOf(document, { section: facts.sections[link.section]?.parent ?? 0 })
  if (!/payload|schema|body|request|response|returns?|input|output|model/i.test(`${around} ${title}`)) return undefined
  if (isBelowName(textBefore(text, from, 600))) return undefined
  const said = withoutName(around, link.text)
  return /request|response/i.test(said) ? said : /request|response/i.test(title) ? title : `${said} ${title} ${parent}`
}

/** Whether the paragraph begins with a name in code. */
function isBelowName(before: string): boolean {
  return /(?:^|\n)`[^`\n]/.test(before) && /^`[^`\n]+`/.test(before.split(/\n\r?\n/).at(-1) ?? '')
}

/** `[Order](#order) - The order that has all of that` names it all the same; otherwise, so many words are a sentence. */
function labelIn(around: string): string | undefined {
  if (around.length <= 40 || around.replace(/[^\w]+/g, ' ').trim().length <= 40) return around
  return /^[\s*+-]*[-–—] /.test(around) ? '' : undefined
}

/** `[Request](#request) - The created Request.`: an object of that name does not tell which way it goes; `Request:` does. */
function withoutName(around: string, name: string): string {
  return /request|response/i.test(name) && !/^\W*\w[\w ]{0,30}:/.test(around) ? around.replaceAll(name, ' ') : around
}

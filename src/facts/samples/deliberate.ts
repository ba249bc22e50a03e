import type { JsonError, Sample, Section } from '../../types.ts'
import { lineAbove } from '../lines.ts'
import { sectionsAround } from '../sections.ts'
import type { CodeBlock } from './blocks/code.ts'
import { ofTypes } from './other-notations.ts'

/** Whether the page says that what is wrong with a sample is no mistake. */
export function isDeliberate(
  { error }: Sample,
  { section, range }: Pick<CodeBlock, 'section' | 'range'>,
  { sections, text }: { sections: Section[]; text: string },
): boolean {
  return (
    isWrongOnPurpose(sections, section) ||
    isToldWrong(text, range[0]) ||
    (error !== undefined &&
      ((isNamed(error, text, sections) && !isListed(error, text)) || isNotation(error, text.slice(...range))))
  )
}

/**
 * `"params": [call, options]`, where the page says what `call` is, has a section of that name or a link to `[Call]` or `[Call model]`:
 * it stands for a value. What only has to be spelt otherwise does not.
 */
function isNamed({ cause, found = '' }: JsonError, text: string, sections: Section[]): boolean {
  if (cause !== 'bare word' || !/^[A-Za-z_]\w*$/.test(found)) return false
  if (text.includes(`\`${found}\``) || sections.some(({ title }) => title.trim() === found)) return true
  return /^[A-Z]/.test(found) && new RegExp(`\\[${found}(?: \\w{1,20})?\\]\\(`).test(text)
}

/** `SOLD // NEW, SOLD`: the remark behind the word lists it among the values that there are. */
function isListed({ found = '', range: [, end] }: JsonError, text: string): boolean {
  const remark = /^[ \t]*,?[ \t]*\/\/([^\n]{0,300})/.exec(text.slice(end, end + 320))?.[1] ?? ''
  return remark.split(/[,|/\s]+/).includes(found)
}

/**
 * `"id": s, "name": s, "lids": [s, s]`: a word that is the value of many says what kind each of them is; so do any words beside
 * `"id": string`.
 */
function isNotation({ cause, found = '' }: JsonError, block: string): boolean {
  if (cause !== 'bare word' || !/^[A-Za-z][\w -]*$/.test(found)) return false
  // A number behind it makes a code of a name.
  if (!/\d$/.test(found) && ofTypes.test(block)) return true
  if (isNameOfWhatBelongs(found, block)) return true
  return /^\w+$/.test(found) && block.split(new RegExp(`[:,[][ \\t]{0,9}${found}(?![\\w."':])`), 4).length > 3
}

/** `"code": custom_code, "text": shownText`, `"name": kiln name`: no value is JSON, each is the name of what belongs there. */
function isNameOfWhatBelongs(found: string, block: string): boolean {
  if (!/^[a-z]+(?:[_ ][a-z]+)+$|^[a-z]+[A-Z][A-Za-z]*$/.test(found)) return false
  const values = Array.from(block.matchAll(/"[ \t]{0,9}:[ \t]{0,9}(\w[\w-]*|[^\s{[\w])/g), ([, value = '']) => value)
  return values.length > 1 && values.every((it) => /^[A-Za-z]\w*$/.test(it) && !/^(?:true|false|null)$/.test(it))
}

/** A heading announces an example of what the API refuses. */
function isWrongOnPurpose(sections: Section[], section: number): boolean {
  return sectionsAround(sections, section).some((at) => onPurpose.test(sections[at]?.title ?? ''))
}

const onPurpose = /\b(?:invalid|malformed|incorrect|broken)\b.*\b(?:json|syntax|request|sample|example|payload|body)\b/i

/** "A comma is missing.", "These are malformed JSON:": the line above says what is wrong with the sample. */
function isToldWrong(text: string, start: number): boolean {
  const line = lineAbove(text, start)
  return (
    /\b(?:comma|quotes?|quotation marks?|brackets?|braces?|colon)\b[^.\n]{0,20}\b(?:is|are) missing\b/i.test(line) ||
    /\bmissing (?:\w+ )?(?:comma|quotes?|quotation marks?|brackets?|braces?|colon)\b/i.test(line) ||
    /\b(?:incorrect|invalid|illegal|wrong)\b[^.\n]{0,20}\b(?:escap\w+|characters?|quot\w+|syntax)\b[^\n]{0,60}:$/i.test(
      line,
    ) ||
    /\b(?:these|this|following|examples?)\b[^.\n]{0,40}\b(?:malformed|invalid|not valid|broken)\b[^.\n]{0,20}\bjson\b/i.test(
      line,
    )
  )
}

import { placeOf } from '../../../parse/places.ts'
import { startOfLine, textBefore } from '../../../text.ts'
import type { Range } from '../../../types.ts'
import type { Call } from '../../endpoints/calls/index.ts'
import type { Word } from '../../endpoints/calls/shell-words.ts'
import { isOpen, type Slip } from './slips.ts'

/** `{"name":`, `[{ "name":`, on one line or on those that a backslash joins. */
const json = /^(?:[{[](?:\s|\\\s{0,9}\n){0,200}){1,4}"[^"\n]{1,200}"\s{0,9}[:,\]]/

/** `-d {"name": "Ann"}`: without quotes the shell parts the body at its blanks, and sends no quotes. */
export function bareData({ command, bodies }: Call, value: string): Slip | undefined {
  // Glued to its option, a body begins behind its quote.
  const body = bodies.find(
    (it) =>
      it !== command.heredoc &&
      !/['"]/.test(value.charAt(it.start - 1)) &&
      json.test(value.slice(it.start, it.start + 500)),
  )
  if (!body) return undefined
  const range: Range = [body.start, body.start + 1]
  return { range, message: 'no quotes are around the body: the shell takes it apart', help: 'put it in single quotes' }
}

/** JSON on a line of its own that no option introduces: a shell takes it apart, and curl asks for it as for another URL. */
export function bareBody({ bodies, others }: Call, value: string): Slip | undefined {
  const word = others.find((it) => /^\s{0,9}[{[]/.test(it.text))
  if (!word || bodies.length > 0) return undefined
  const before = value.slice(startOfLine(value, word.start), word.start)
  const [, quote] = /^(['"]?)\s{0,9}[{[]\s{0,9}(?:["}\]{[\\]|$)/.exec(value.slice(word.start)) ?? []
  if (before.trim() !== '' || quote === undefined) return undefined
  return {
    range: [word.start, word.start + 1],
    message: 'no option of curl sends this body',
    help: `write "--data" in front of it${quote ? '' : ', and put it in quotes'}`,
  }
}

const tornField = /^([A-Za-z_][\w.[\]-]{0,80})[ \t]+=[ \t]*/

/** Whether curl encodes the value of a field: then `&` ends none. */
export function isEncoded({ start }: Word, value: string): boolean {
  return /--data-urlencode[ \t=]+$/.test(textBefore(value, start, 40))
}

/** `--data-urlencode 'name = x'`: curl takes the blanks for a part of the name and of the value. */
export function blankField({ bodies }: Call, value: string): Slip[] {
  return bodies.flatMap((word) => {
    const [all = '', name = ''] = tornField.exec(word.text) ?? []
    if (all === '' || isOpen(word) || !isEncoded(word, value)) return []
    const range = placeOf([0, all.length], word.offset)
    return {
      range,
      message: `curl sends this field as "${name} "`,
      help: 'write no blanks around "="',
      edits: [{ range, text: `${name}=` }],
    }
  })
}

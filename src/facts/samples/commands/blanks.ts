import { placeOf } from '../../../parse/places.ts'
import type { Call } from '../../endpoints/calls/index.ts'
import type { Word } from '../../endpoints/calls/shell-words.ts'
import type { Slip } from './slips.ts'

const tornType = /^(?:content-type|accept):\s{0,9}([\w.+-]+(?:[ \t]+\/[ \t]*|\/[ \t]+)[\w.+-]+)/i

/** `Content-Type: application / json`: what a translator's program makes of a slash is no media type. */
export function blankType({ headers }: Call): Slip[] {
  return headers.flatMap((word) => {
    const type = tornType.exec(word.text)?.[1]
    if (type === undefined || isOpen(word)) return []
    const at = word.text.indexOf(type)
    const range = placeOf([at, at + type.length], word.offset)
    const meant = type.replace(/\s/g, '')
    return [
      {
        range,
        message: `the media type "${type}" has blanks`,
        help: `write "${meant}"`,
        edits: [{ range, text: meant }],
      },
    ]
  })
}

const tornField = /^([A-Za-z_][\w.[\]-]{0,80})[ \t]+=[ \t]*/
const encodes = /--data-urlencode[ \t=]+$/

/** `--data-urlencode 'name = x'`: curl takes the blanks for a part of the name and of the value. */
export function blankField({ bodies }: Call, value: string): Slip[] {
  return bodies.flatMap((word) => {
    const [all = '', name = ''] = tornField.exec(word.text) ?? []
    if (all === '' || isOpen(word) || !encodes.test(value.slice(0, word.start).slice(-40))) return []
    const range = placeOf([0, all.length], word.offset)
    return [
      {
        range,
        message: `curl sends this field as "${name} "`,
        help: 'write no blanks around "="',
        edits: [{ range, text: `${name}=` }],
      },
    ]
  })
}

/** What takes a line along may have lost its quote. */
function isOpen({ text, unclosed }: Word): boolean {
  return unclosed === true || text.includes('\n')
}

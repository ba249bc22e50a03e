import { placeOf } from '../../../parse/places.ts'
import type { Range } from '../../../types.ts'
import type { Call } from '../../endpoints/calls/index.ts'
import type { Word } from '../../endpoints/calls/shell-words.ts'
import { isOpen, type Slip } from './slips.ts'

/** `-H 'X-Token'`: without a colon curl sends nothing; and `-H "X-Token": 17` sends the name alone. */
export function noValue({ headers }: Call, value: string): Slip[] {
  return headers.flatMap((word) => {
    const isTorn = /^['"][A-Za-z][\w-]{1,80}['"]: +[^\s\\-]/.test(value.slice(word.start, word.start + 100))
    if (!isTorn && !isHeaderName(word.text)) return []
    const name = word.text.replace(/:$/, '')
    const range: Range = [word.start, word.end]
    return [
      isTorn
        ? { range, message: `the value of header "${name}" stands outside of its quotes`, help: 'close them behind it' }
        : { range, message: `header "${name}" has no value, and curl does not send it`, help: `write "${name}: …"` },
    ]
  })
}

/** Two words with a dash, or one that everybody knows; `AUTH-HEADER` stands for a header as a whole. */
function isHeaderName(text: string): boolean {
  const isPlaceholder = text === text.toUpperCase() && !/^X-/.test(text)
  return /^(?:[A-Za-z]+(?:-[A-Za-z]+)+|Authorization|Accept|Cookie|Host)$/.test(text) && !isPlaceholder
}

/** `-H "Authorization Bearer 17"`: curl sends nothing that has no colon. */
const noColon =
  /^(Authorization|Accept|Content-Type|User-Agent|X(?:-[A-Za-z]+){1,5}) +(?:(?:Bearer|Basic|Token) +)?[^\s:]+$/i

/** `-H X-Token: 17`: a name, and its value behind the blank that ends the word. */
const bare = /^([A-Za-z]+(?:-[A-Za-z]+)*): +(?=[^\s\\'"-])/

/** Headers whose names and values do not come together. */
export function tornHeaders({ headers, url, others }: Call, value: string): Slip[] {
  return headers.flatMap((word): Slip[] => {
    const range: Range = [word.start, word.end]
    const name = noColon.exec(word.text)?.[1]
    if (name)
      return [{ range, message: `no colon after header "${name}": curl does not send it`, help: `write "${name}:"` }]
    const [before = '', left] = bare.exec(value.slice(word.start, word.start + 200)) ?? []
    if (left === undefined || word.text !== `${left}:`) return []
    // `-H Accept: localhost` takes a header away, and asks for what may be the only URL.
    const isValue = (it: Word | undefined) => it?.start === word.start + before.length
    if (!others.some(isValue) && !(isValue(url) && others.length > 0)) return []
    return [{ range, message: `the value of header "${left}" is no part of it`, help: 'put both in quotes' }]
  })
}

/** Two headers that say what the body is, and do not agree: curl sends both. An empty one only takes the default away. */
export function twoTypes({ command, headers }: Call): Slip | undefined {
  const types = headers.flatMap((word) => {
    const type = /^content-type:\s{0,9}([\w.+-]+\/[\w.+-]+)/i.exec(word.text)?.[1]?.toLowerCase()
    return type === undefined ? [] : [{ word, type }]
  })
  const [first] = types
  const other = types.find(({ type }) => type !== first?.type)
  if (!first || !other || command.words.some(({ text }) => text === '--next')) return undefined
  const { word, type } = other
  return {
    range: placeOf([0, word.text.length], word.offset),
    message: `Content-Type is "${first.type}" and "${type}" in one request`,
    help: 'keep the one that the body is',
  }
}

const tornType = /^(?:content-type|accept):\s{0,9}([\w.+-]+(?:[ \t]+\/[ \t]*|\/[ \t]+)[\w.+-]+)/i

/** `Content-Type: application / json`: what a translator's program makes of a slash is no media type. */
export function blankType({ headers }: Call): Slip[] {
  return headers.flatMap((word) => {
    const type = tornType.exec(word.text)?.[1]
    if (type === undefined || isOpen(word)) return []
    const at = word.text.indexOf(type)
    const range = placeOf([at, at + type.length], word.offset)
    const meant = type.replace(/\s/g, '')
    return {
      range,
      message: `the media type "${type}" has blanks`,
      help: `write "${meant}"`,
      edits: [{ range, text: meant }],
    }
  })
}

/** Names that end so hold a secret, a name or a number. */
const typed =
  /^([A-Za-z][\w-]{0,60}-(?:agent|date|digest|id|key|length|secret|signature|timestamp|token)|authorization|host|signature):\s{0,9}((?:application|text)\/(?:[\w.-]{1,40}\+)?(?:html|json|plain|x-www-form-urlencoded|xml)\b.*)$/i

/** `X-Pot-Token: application/json`: the value of the header above, copied along with it. */
export function strangeType({ headers }: Call): Slip[] {
  return headers.flatMap((word) => {
    const [all = '', name = '', value = ''] = typed.exec(word.text) ?? []
    if (all === '') return []
    const message = `"${value}" is a media type, and "${name}" holds none`
    const range = placeOf([all.length - value.length, all.length], word.offset)
    return [{ range, message, help: 'write what the header holds' }]
  })
}

const stage = /^(?:dev|develop|qa|uat|stg|stage|staging|test|testing|sandbox|preprod|prod|live|demo)$/

/** `-H 'Host: api.dev.clay.test'` for a URL at `api.qa.clay.test`: which of two stages answers is left to a proxy, and nobody means both. */
export function otherStage({ headers, url }: Call): Slip[] {
  const called = /^https?:\/\/([\w.-]+)/i.exec(url?.text ?? '')?.[1]
  return headers.flatMap((word): Slip[] => {
    const asked = /^host:[ \t]*([\w.-]+)[ \t]*$/i.exec(word.text)?.[1]
    if (called === undefined || asked === undefined || isOpen(word)) return []
    const labels = called.toLowerCase().split('.')
    const own = asked.toLowerCase().split('.')
    const isOther = own.some((it, at) => it !== labels[at])
    const isSame = (it: string, at: number) =>
      it === labels[at] || [it, labels[at] ?? ''].every((one) => stage.test(one))
    if (own.length !== labels.length || !isOther || !own.every(isSame)) return []
    const at = word.text.indexOf(asked)
    const range = placeOf([at, at + asked.length], word.offset)
    return [{ range, message: `"Host" is "${asked}", and the URL is at "${called}"`, help: 'delete the header' }]
  })
}

import { blanked } from '../../parse/rewrite.ts'
import type { Method } from '../../types.ts'
import { methods } from '../methods.ts'

/**
 * A method drawn as a badge: an element of any name that holds it and nothing else, `<b class="verb">GET</b>`, or a component that
 * has it for its text, `<Badge text="GET" />`, or a picture, `![GET](get.png)`.
 */
const badge = new RegExp(
  `<([A-Za-z][\\w.-]{0,40})\\b[^<>\\n]{0,200}>[ \\t]*(${methods})[ \\t]*</\\1>|<(?:[A-Z]|[a-z]{1,20}-)\\w*\\b[^<>\\n]{0,100}?\\b(?:text|label|method|type)=["'](${methods})["'][^<>\\n]{0,100}(?:/|></[\\w-]{1,40})>|!\\[(${methods})\\]\\([^()\\n]{1,300}\\)`,
  'g',
)
const word = new RegExp(`[>"'[][ \\t]*(?:${methods})[ \\t]*["'<\\]]`)

export interface Badge {
  method: Method
  /** Where the method stands, and where the badge ends. */
  start: number
  end: number
}

/** Most texts have none, which one scan for the word in its quotes or tags tells. */
export function badgesIn(source: string): Badge[] {
  if (!word.test(source)) return []
  return [...source.matchAll(badge)].map(({ 0: tag, 2: around, 3: attribute, 4: alt = '', index }) => {
    const method = around ?? attribute ?? alt
    return { method, start: index + tag.lastIndexOf(method), end: index + tag.length }
  })
}

/** The source with nothing left of its badges but their methods; offsets hold. */
export function withoutBadges(source: string): string {
  return source.replace(badge, (tag: string, _name, around?: string, attribute?: string, alt = '') => {
    const method = around ?? attribute ?? alt
    const at = tag.lastIndexOf(method)
    return ' '.repeat(at) + method + ' '.repeat(tag.length - at - method.length)
  })
}

/** `<span class="tag">GET</span> /x`, `<Badge text="GET" /> `/x``: tags that only colour a word, blanked so that offsets hold. */
export function untagged(source: string): string {
  if (!/<\/|\/>|!\[/.test(source)) return source
  return withoutBadges(source).replace(colour, blanked)
}

const colour = /<\/?(?:span|mark|font|b|strong|em|i|code|kbd)\b[^<>\n]{0,200}>/gi

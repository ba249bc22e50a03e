import { text as textOf } from '../../../parse/json.ts'
import type { Shown, WrongValue } from './wrong-value.ts'

const mayHold = /"0x|\d\.\./
const hex = /^0x[\da-f]{1,12}$/i
/** Nothing but a number behind the value, up to the end of its line. */
const remark = /^[ \t]*,?[ \t]*(?:\/\/|#)[ \t]*(\d{1,15})[ \t\r]*(?:\n|$)/
const doubledDot = /^(?=\d{1,3}(?:\.{1,2}\d{1,3}){3}$)\d.*\.\./

/** `"0x3" // 2`, where the comment was to say what the number is; `"203.0.113..2"`, an address with a dot too many. */
export function strangeLiterals({ document: { text }, text: own, nodes }: Shown): WrongValue[] {
  if (!mayHold.test(own)) return []
  return nodes().flatMap((node): WrongValue[] => {
    const shows = textOf(node) ?? ''
    const { range: at } = node
    if (doubledDot.test(shows))
      return [{ kind: 'literal', at, shows, says: 'no IP address: two of its dots stand in a row' }]
    const said = hex.test(shows) ? remark.exec(text.slice(at[1], at[1] + 40))?.[1] : undefined
    const value = Number(shows)
    // The comment may count the bit that is set.
    if (said === undefined || Number(said) === value || 2 ** Number(said) === value) return []
    return [{ kind: 'literal', at, shows, says: `${value}, and the comment behind it says ${said}` }]
  })
}

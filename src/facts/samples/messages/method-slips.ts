import { editsBetween, isSwapped } from '../../../spelling.ts'
import { endOfLine } from '../../../text.ts'
import { commonMethods, isHttpMethod } from '../../methods.ts'
import type { Syntax } from '../../syntax.ts'

/** A word in capital letters in front of a path or a URL, and nothing before it. */
const asked = /^[`*_\s]{0,9}([A-Z]{3,7})[`*_]{0,3}:?[ \t]{1,4}[`*_]{0,3}(?:https?:\/\/|\/[\w{:<]|\{\w+\}\/)/
const ordered = /-(?:X[ \t]{0,3}|-request[ \t=]{1,3})["']?([A-Z]{3,7})(?![\w-])/g

/** Where a block of code says a method that HTTP does not have, counted in the block. */
export function slipsInCode(value: string): { name: string; at: number }[] {
  const start = value.search(/\S/)
  const first = start < 0 ? undefined : slipIn(value.slice(start, Math.min(start + 40, endOfLine(value, start))))
  const found = first ? [{ name: first.name, at: start + first.at }] : []
  if (!value.includes('curl')) return found
  const sent = Array.from(value.matchAll(ordered), ({ index, 0: all, 1: name = '' }) => ({
    name,
    at: index + all.lastIndexOf(name),
  }))
  return [...found, ...sent.filter(({ name }) => methodMeant(name) !== undefined)]
}

/** The same of headings, counted in the page. */
export function slipsInHeadings(syntax: Syntax): { name: string; at: number }[] {
  return syntax.all('heading').flatMap(({ range: [from, to] }) => {
    const source = syntax.text.slice(from, Math.min(to, from + 60))
    const lead = /^#{1,6}[ \t]+(?:\d[\d.]*[ \t]+)?/.exec(source)?.[0].length ?? 0
    const found = slipIn(source.slice(lead))
    return found ? [{ name: found.name, at: from + lead + found.at }] : []
  })
}

/** A slip at the beginning of a line. */
export function slipIn(line: string): { name: string; at: number } | undefined {
  const name = asked.exec(line)?.[1]
  return name === undefined || methodMeant(name) === undefined ? undefined : { name, at: line.indexOf(name) }
}

/** `PACTH`, `DELET`, `POSTT`: no word of any other meaning, as `PATH`, `PORT` and `HOST` are. */
export function methodMeant(name: string): string | undefined {
  if (isHttpMethod(name) || /^PATH$|^[A-Z]*S$/.test(name)) return undefined
  return all.find((it) => it[0] === name[0] && isOffByOne(name, it))
}

const all = commonMethods.split('|')

/** A letter more or less, or two that changed places: another letter makes a word more often than a slip. */
function isOffByOne(name: string, method: string): boolean {
  return name.length === method.length ? isSwapped(name, method) : editsBetween(name, method) === 1
}

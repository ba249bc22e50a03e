import type { Endpoint, Range } from '../../types.ts'
import type { Syntax } from '../syntax.ts'

const path = /^\/[A-Za-z][\w.{}<>:$~-]*(?:\/[\w.{}<>:$~-]+)*\/?$/
const title = /^#{1,6}[ \t]+(\/[A-Za-z][^\s`[\]()*|]{2,200})[ \t]*(?:\n|$)/

/** Paths that code and titles name without a method, and that are no endpoints: "the `/pots` resource", `## /pots/glazes`. */
export function namedPaths(syntax: Syntax, stated: readonly Endpoint[]): Endpoint[] {
  const known = new Set(stated.map(({ pathRange }) => pathRange[0]))
  const found: Endpoint[] = []
  const add = (form: 'code' | 'heading', value: string, start: number, section: number) => {
    const range: Range = [start, start + value.length]
    if (!known.has(start) && path.test(value))
      found.push({ role: 'mention', form, path: value, pathRange: range, range, section })
  }
  for (const { node, range, section } of syntax.all('inlineCode'))
    if (node.value.startsWith('/') && node.value.length < 200)
      add('code', node.value, range[0] + syntax.text.slice(...range).indexOf('/'), section)
  for (const { range, section } of syntax.all('heading')) {
    const source = syntax.text.slice(...range)
    const named = source.includes(' /') ? title.exec(source)?.[1] : undefined
    if (named !== undefined) add('heading', named, range[0] + source.indexOf(named), section)
  }
  return found
}

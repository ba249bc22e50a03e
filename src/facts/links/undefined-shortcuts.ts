import type { Link } from '../../types.ts'
import type { Located, Syntax } from '../syntax.ts'

/** Brackets that touch nothing which would make a link, an index, a string or a task of them. */
const shortcut = /(?<![\w\][\\!"'#@$&])\[(?=[^[\]\n]{0,60}[A-Za-z]{3})([^[\]\n]{3,60})\](?![[(:{\w"'])/g

/** "See [here]": whatever else brackets may mean, there was to be a link. */
export const pointing = /\b(?:see|click)\s\[(?:here|link|this)\]/i

/**
 * `[Pot Size]` that nothing defines, on a page that defines other labels, or points. To Markdown that is a text in brackets; what the rest
 * of the project makes of the label tells whether it is a slip. Pages without definitions, which are most, pay one look.
 */
export function undefinedShortcuts(syntax: Syntax): Link[] {
  const texts = syntax.all('text')
  if (texts.length === 0 || (syntax.all('definition').length === 0 && !pointing.test(syntax.text))) return []
  const found = texts.flatMap((it) => (it.node.value.includes('[') ? shortcuts(it, syntax.text) : []))
  if (found.length === 0) return []
  // Below a line that only a template makes a definition, the others are no definitions either before it has run.
  const written = new Set(Array.from(syntax.text.matchAll(definition), ([, label = '']) => label.toLowerCase()))
  return found.filter(({ url }) => !written.has(url.toLowerCase()))
}

const definition = /^ {0,3}\[([^\]\n]{1,200})\]:/gm

function shortcuts({ range: [start, end], section, parent }: Located, text: string): Link[] {
  if (parent?.node.type === 'link' || parent?.node.type === 'linkReference') return []
  return Array.from(text.slice(start, end).matchAll(shortcut), ({ index, 0: whole, 1: label = '' }): Link => {
    const from = start + index
    const to = from + whole.length
    return { kind: 'reference', range: [from, to], section, url: label, urlRange: [from + 1, to - 1], text: label }
  })
}

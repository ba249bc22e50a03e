import { placeOf } from '../../../parse/places.ts'
import type { HttpFault } from '../../../types.ts'
import type { CodeBlock } from '../blocks/code.ts'

/** The header, and the lines on which it goes on. */
const header = /^[ \t<]*link:[ \t]*(?=<)([^\n]*(?:\n[ \t<]*(?:[<;,]|rel=)[^\n]*){0,9})/gim
/** One link, and what is said of it, up to the next one. */
const link = /<([^<>\s]+)>((?:"[^"\n]*"|[^<"])*)/g

/**
 * `Link: </pots?after=2>; rel="next", </pots?before=1>;`: what a link is for is its relation, which HTTP demands of each, and some
 * of these have.
 */
export function linkFaults({ value, offset }: CodeBlock): HttpFault[] {
  if (!/rel=/i.test(value)) return []
  return [...value.matchAll(header)].flatMap(({ index, 0: all, 1: said = '' }) => {
    if (/\.{3}|…/.test(said)) return []
    const from = index + all.length - said.length
    const links = [...said.matchAll(link)]
    const bare = links.filter(([, , told = '']) => !/\brel\*?\s?=/i.test(told))
    if (bare.length === links.length) return []
    return bare.map(({ index: at, 1: url = '' }): HttpFault => {
      const range = placeOf([from + at, from + at + url.length + 2], offset)
      return {
        range,
        message: 'this link of the header has no relation, and others have',
        help: 'write rel="…" behind it',
      }
    })
  })
}

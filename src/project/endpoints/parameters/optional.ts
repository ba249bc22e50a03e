import type { Document, Range } from '../../../types.ts'
import type { EndpointIndex } from '../../types/endpoints.ts'
import type { StrayParameter } from '../../types/parameters.ts'
import { isUnclear, parameterNames } from '../paths.ts'

/**
 * Rows that call a parameter of the path optional, which each call of the path has to fill in. A segment may be left out all the
 * same where the row says so in words.
 */
export function optionalInPath(index: EndpointIndex, document: Document): StrayParameter[] {
  return [...index.parameters.documented(document)].flatMap(([{ definitions }, names]) => {
    const optional = [...new Set(names.values())].filter((it) => it.isOptional && it.inPath)
    const [endpoint] = definitions
    if (!endpoint) return []
    return optional.flatMap(({ name, range }) => {
      const isFixed = definitions.every((it) => {
        const path = index.path(it)
        return (
          path.variants.length === 1 &&
          !isUnclear(it.path) &&
          !mayLack.test(it.path) &&
          parameterNames([path]).includes(name)
        )
      })
      return isFixed && !leftOut.test(saidOf(range, document)) ? [{ name, range, endpoint }] : []
    })
  })
}

/** `{id?}` */
const mayLack = /\?\}/

/** Its line, and the next one. */
function saidOf([, end]: Range, { text }: Document): string {
  return text
    .slice(end, end + 300)
    .split('\n', 2)
    .join('\n')
}

const leftOut =
  /\b(?:optional(?:ly)?|default|all|if|when|without|omit\w*|leave\w*|empty|blank|not (?:given|set|specified|provided))\b|默认|不传|不填|全部|所有|省略|생략|전체/i

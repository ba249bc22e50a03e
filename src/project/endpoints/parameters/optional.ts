import type { Document } from '../../../types.ts'
import type { EndpointIndex } from '../../types/endpoints.ts'
import type { StrayParameter } from '../../types/parameters.ts'
import { isUnclear, parameterNames } from '../paths.ts'

/** What a call without it does: the path has an end that may be left out. */
const mayBeLeftOut =
  /\b(?:when|if|unless) (?:it is )?(?:not|omitted|empty|left)\b|\bnot (?:specified|given|set)\b|\bomit|\bleft out\b/i

/** Rows that call a parameter of the path optional, which each call of the path has to fill in. */
export function optionalInPath(index: EndpointIndex, document: Document): StrayParameter[] {
  return [...index.parameters.documented(document)].flatMap(([{ definitions }, names]) => {
    const optional = [...new Set(names.values())].filter(
      (it) => it.isOptional && it.inPath && !mayBeLeftOut.test(document.text.slice(it.range[1], it.range[1] + 200)),
    )
    const [first] = definitions
    if (!first || optional.length === 0) return []
    return optional.flatMap(({ name, range }) => {
      const isFixed = definitions.every((it) => {
        const path = index.path(it)
        return path.variants.length === 1 && !isUnclear(it.path) && parameterNames([path]).includes(name)
      })
      return isFixed ? [{ name, range, path: first.path, pathRange: first.pathRange }] : []
    })
  })
}

import { shelveOnce } from '../../../grouped.ts'
import type { Endpoint } from '../../../types.ts'
import { onceEach } from '../../once.ts'
import type { PathFault } from '../../types/endpoints.ts'
import { shape } from '../paths.ts'

/**
 * `PUT /carts/item/{id}`, where the page has `GET`, `DELETE` and no other method of `/carts/items/{id}`: one path in singular and plural, and each
 * of its methods under one of them. A word that is only near another may well be another, but not so.
 */
export function oddPlurals(definitions: readonly Endpoint[]): PathFault[] {
  if (definitions.length < 3) return []
  // The methods of one path ask for one shape.
  const shapeOf = onceEach(shape)
  const methods = new Map<string, Set<string>>()
  for (const { path, method } of definitions) {
    if (method !== undefined) shelveOnce(methods, shapeOf(path), method)
  }
  return definitions.flatMap((endpoint) => {
    const { path, method = '' } = endpoint
    if (methods.get(shapeOf(path))?.size !== 1) return []
    for (const [whole, word = ''] of path.matchAll(beforeParameter)) {
      const other = word.endsWith('s') ? word.slice(0, -1) : `${word}s`
      const meant = methods.get(shape(path.replace(whole, `/${other}/`)))
      if (meant && meant.size > 1 && !meant.has(method))
        return [{ endpoint, kind: 'misspelt', part: word, instead: other }]
    }
    return []
  })
}

const beforeParameter = /\/([a-z][a-z_-]{3,40})\/(?=[{<:[])/gi

import type { Document } from '../../../types.ts'
import type { PathFault } from '../../types/endpoints.ts'

/** `/pots/%3Aid`, `/pots/%7Bid%7D`: a placeholder that was encoded as if it were a value. */
const placeholder = /(?<=\/)(?:%3A[a-z]\w*|%7B[a-z]\w*%7D|%3C[a-z]\w*%3E)(?=\/|$)/i

/** `?purge =true`: programs send the blank as a part of the name. What curl does with it is told of its commands. */
const blankName = /(?:^|[?&])([A-Za-z_][\w-]*) {1,3}=/

export function encodingFaults({ facts }: Document): PathFault[] {
  return facts.endpoints.flatMap((endpoint): PathFault[] => {
    const { form, path, query = '' } = endpoint
    const part = path.includes('%') ? placeholder.exec(path)?.[0] : undefined
    if (part !== undefined) return [{ endpoint, kind: 'encoded', part, instead: decodeURIComponent(part) }]
    const name = form === 'fetch' && query.includes(' ') ? blankName.exec(query)?.[1] : undefined
    return name === undefined ? [] : [{ endpoint, kind: 'blank', part: name }]
  })
}

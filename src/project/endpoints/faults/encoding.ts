import type { Document } from '../../../types.ts'
import type { PathFault } from '../../types/endpoints.ts'

/** `/pots/%3Aid`, `/pots/%7Bid%7D`: a placeholder that was encoded as if it were a value. */
const placeholder = /(?<=\/)(?:%3A[a-z]\w*|%7B[a-z]\w*%7D|%3C[a-z]\w*%3E)(?=\/|$)/i

/** `?purge =true`: programs send the blank as a part of the name. What curl does with it is told of its commands. */
const blankName = /(?:^|[?&])([A-Za-z_][\w-]*) {1,3}=/

/** `&end=end=2022-10-31`: the name of a parameter was pasted with its value. */
const doubledName = /(?:^|[?&])([A-Za-z_][\w-]+)=\1=(?=[^=&\s])/

/** `/pots/size=3&lid=red`, `/pots&size=3`: what parts the parameters is there, and the question mark in front of them is not. */
const unasked = /(?<=\/)[A-Za-z_][\w.-]*=(?=[^/&]*&[\w<{])|&[A-Za-z_][\w.-]*=/

export function encodingFaults({ facts }: Document): PathFault[] {
  return facts.endpoints.flatMap((endpoint): PathFault[] => {
    const { form, path, query = '' } = endpoint
    const first = query === '' && path.includes('&') ? unasked.exec(path)?.[0] : undefined
    if (first !== undefined) return [{ endpoint, kind: 'unasked', part: first }]
    const part = path.includes('%') ? placeholder.exec(path)?.[0] : undefined
    if (part !== undefined) return [{ endpoint, kind: 'encoded', part, instead: decodeURIComponent(part) }]
    const name = form === 'fetch' && query.includes(' ') ? blankName.exec(query)?.[1] : undefined
    if (name !== undefined) return [{ endpoint, kind: 'blank', part: name }]
    const doubled = query.includes('=') ? doubledName.exec(query)?.[1] : undefined
    return doubled === undefined ? [] : [{ endpoint, kind: 'doubled-name', part: doubled }]
  })
}

import type { Document, Endpoint } from '../../types.ts'
import type { Defined, EndpointIndex, Named } from '../types/endpoints.ts'
import type { EndpointGroup } from '../types/groups.ts'
import { covers } from './covering.ts'
import { literals } from './paths.ts'
import { nearby } from './same.ts'

/** A documented endpoint, and where it comes in the order of the documents. */
interface Entry {
  path: string
  definition: Endpoint
  group: EndpointGroup
  rank: number
}

/** How many segments of a call may stand in front of what is documented: longer bases stand before no API. */
const cuts = [0, 1, 2, 3, 4]

/** Finds what a call may be among all that is documented, the shortest base first. */
export function indexDefinitions(
  index: EndpointIndex,
  documents: readonly Document[],
): (call: Pick<Named, 'path'>) => Defined[] {
  const definitions = documents
    .flatMap((it) => index.groups(it))
    .flatMap((group) => group.definitions.map((definition) => ({ group, definition })))
  const near = nearby(
    index,
    definitions.map((it, rank): Entry => ({ ...it, path: it.definition.path, rank })),
  )
  return (call) => {
    const candidates = [...new Set(near(call))].sort((a, b) => a.rank - b.rank)
    return index.path(call).variants.flatMap((called) =>
      cuts.flatMap((cut) => {
        const rest = called.slice(cut)
        const base = literals(called.slice(0, cut)).join('/')
        const fitting =
          rest.length === 0 ? [] : candidates.filter((it) => index.path(it).variants.some((own) => covers(own, rest)))
        return fitting.map(({ definition, group }) => ({ definition, group, base }))
      }),
    )
  }
}

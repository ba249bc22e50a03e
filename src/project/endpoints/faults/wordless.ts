import { getOrAdd } from '../../../grouped.ts'
import type { Document, Endpoint } from '../../../types.ts'
import { once } from '../../once.ts'
import type { PathFault } from '../../types/endpoints.ts'
import type { Project } from '../../types/project.ts'
import { markedName, shape, splitSegments } from '../paths.ts'

/** So many paths show that there is a word behind what all begin with, and each that has none takes so many more. */
const often = 8
const share = 4

/** What an API's paths begin with, before all words of its own. A version alone may stand behind one: `/v1/{pot}` below `https://api.example.com/pots`. */
const beginning = /^\/(?:api|rest)\/(?:v\d+(?:\.\d+)?\/)?/i

/** What an API may put in front of all its words. */
const isAround =
  /tenant|org|compan|account$|project|workspace|site|shop|store|realm|lang|locale|region|version|type|resource|entit/i

interface Start {
  endpoint: Endpoint
  /** What all begin with. */
  before: string
  /** What stands behind that. */
  first: string
}

/** `/api/{name}` where all other paths of the project begin as `/api/potters` does: the word that it is a name of was left out. */
export function indexWordless({ documents }: Project): (document: Document) => PathFault[] {
  const counts = once(() => countStarts([...documents.values()]))
  return (document) =>
    startsIn(document).flatMap(({ endpoint, before, first }): PathFault[] => {
      const name = markedName(first) ?? ''
      if (name === '' || isAround.test(name)) return []
      const { words = empty, others = empty } = counts().get(before) ?? {}
      if (words.size < often || others.size * share > words.size) return []
      return [{ endpoint, kind: 'wordless', part: first, instead: before }]
    })
}

interface Counts {
  words: Set<string>
  others: Set<string>
}

const empty: ReadonlySet<string> = new Set()

function countStarts(documents: readonly Document[]): Map<string, Counts> {
  const found = new Map<string, Counts>()
  for (const { endpoint, before, first } of documents.flatMap(startsIn)) {
    const counts = getOrAdd(found, before, (): Counts => ({ words: new Set(), others: new Set() }))
    counts[/^[a-z]/i.test(first) ? 'words' : 'others'].add(shape(endpoint.path))
  }
  return found
}

function startsIn({ facts }: Document): Start[] {
  return facts.endpoints.flatMap((endpoint) => {
    const before = endpoint.role === 'definition' ? (beginning.exec(endpoint.path)?.[0] ?? '') : ''
    const [first = ''] = before === '' ? [] : splitSegments(endpoint.path.slice(before.length))
    return first === '' ? [] : [{ endpoint, before, first }]
  })
}

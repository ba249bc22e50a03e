import { counted } from '../../../grouped.ts'
import type { Endpoint } from '../../../types.ts'
import { once } from '../../once.ts'
import type { EndpointIndex } from '../../types/endpoints.ts'
import type { EndpointGroup } from '../../types/groups.ts'
import type { Project } from '../../types/project.ts'
import { type Alignment, differentLiteral, wordsBeside } from '../alignment.ts'
import { literals } from '../paths.ts'
import { sameMethod } from '../same.ts'

/** `/lake/ports/{id}` below what documents `/sea/ports/{id}`, where many paths of the project begin with `sea`, and none with `lake`. */
export type HasStrangeHead = (group: EndpointGroup, sample: Endpoint, best: Alignment) => boolean

/** So many documented paths that begin with a word show that it is no base path, which may be another on each host. */
const many = 3
/** A word that is the API's own: what comes before that is often shown otherwise. */
const isWord = /^(?!api|rest)[a-z][a-z_-]{3,}$/i

export function indexHeads(project: Project, index: EndpointIndex): HasStrangeHead {
  const heads = once(() => countHeads(project, index))
  return ({ definitions }, sample, best) => {
    const head = best.differing[0] === 0 ? differentLiteral(best) : undefined
    if (!head || definitions.length > 1 || wordsBeside(best) < 1 || !sameMethod(best.definition, sample)) return false
    const areWords = isWord.test(head.called) && isWord.test(head.documented)
    return areWords && !heads().has(head.called) && (heads().get(head.documented) ?? 0) >= many
  }
}

function countHeads({ documents }: Project, index: EndpointIndex): ReadonlyMap<string, number> {
  const definitions = [...documents.values()].flatMap((it) => index.groups(it)).flatMap((it) => it.definitions)
  const heads = definitions.flatMap((it) => [
    ...new Set(index.path(it).variants.flatMap((path) => literals(path.slice(0, 1)))),
  ])
  return counted(heads)
}

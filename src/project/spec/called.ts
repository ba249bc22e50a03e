import { grouped } from '../../grouped.ts'
import type { Endpoint } from '../../types.ts'
import type { Likeness, Operation } from '../types/contracts.ts'
import type { Project } from '../types/project.ts'
import type { Comparison } from '../types/spec.ts'
import { documentedBy, likenesses, standIn } from './matching.ts'

/** What the commands of pages call of the contracts that speak for those pages; where several might be meant, none. */
export function calledOperations(project: Project, { contracts, covers }: Comparison): Map<Endpoint, Operation> {
  const known = contracts.filter(({ matches }) => matches.length > 0)
  if (known.length === 0) return new Map()
  const calls = [...project.documents.values()].flatMap((document) =>
    document.facts.endpoints.flatMap((it) =>
      it.form === 'curl' ? documentedBy(project, standIn(document, it), it) : [],
    ),
  )
  const byContract = new Map(known.map((it) => [it.document.path, it]))
  const operations = known.flatMap((it) => it.operations)
  const meant = likenesses(calls, operations).filter(({ documented, operation, mount }) => {
    const contract = byContract.get(operation.spec)
    if (!contract?.mounts.includes(mount) || documented.method !== operation.method) return false
    return covers(contract, documented) !== undefined
  })
  const found = [...grouped(meant, ({ documented }) => documented.endpoint)]
  return new Map(found.flatMap(([call, all]) => only(all).map((it) => [call, it])))
}

/** What is called word by word, else what has a parameter where the call has a value. */
function only(all: readonly Likeness[]): Operation[] {
  const exact = all.filter(({ loose }) => !loose)
  const operations = new Set((exact.length > 0 ? exact : all).map(({ operation }) => operation))
  return operations.size === 1 ? [...operations] : []
}

import { member } from '../../parse/json.ts'
import type { Document } from '../../types.ts'
import { under } from '../spec/request.ts'
import type { Project } from '../types/project.ts'
import type { DescribedTwice } from '../types/samples.ts'
import { shownBy } from './context.ts'
import type { FoundSchemas } from './found.ts'

/** Samples show which table of the pages is about the object that an operation takes or answers. What parameters are is told elsewhere. */
export function describedTwice(project: Project, document: Document, found: FoundSchemas): DescribedTwice[] {
  if (document.facts.spec) return []
  return document.facts.samples.flatMap((sample): DescribedTwice[] => {
    const contract = found.byContract(document, sample)
    const match = contract && found.byPage(document, sample)
    if (!match || match.isParameters || match.isEcho || match.wrong || match.envelope || match.renamed) return []
    const isList = shownBy(sample)?.kind === 'array' && member(contract.node, 'items') !== undefined
    const one = isList ? under(project, contract, 'items') : contract
    return one ? [{ page: match.schema, contract: one }] : []
  })
}

import { member } from '../../parse/json.ts'
import type { Document } from '../../types.ts'
import type { Project } from '../types/project.ts'
import type { DescribedTwice } from '../types/samples.ts'
import { shownBy } from './context.ts'
import { operationSchema, type SchemaLinks, schemaOf } from './schemas/index.ts'

/** Samples show which table of the pages is about the object that an operation takes or answers. What parameters are is told elsewhere. */
export function describedTwice(project: Project, document: Document, links: SchemaLinks): DescribedTwice[] {
  if (document.facts.spec) return []
  return document.facts.samples.flatMap((sample): DescribedTwice[] => {
    const contract = operationSchema(project, document, sample, links)
    const match = contract && schemaOf(document, sample, links)
    if (!match || match.isParameters || match.isEcho || match.wrong || match.envelope || match.renamed) return []
    const items = shownBy(sample)?.kind === 'array' ? member(contract.node, 'items') : undefined
    const one = items ? project.specs.resolve({ path: contract.path, node: items }) : contract
    return one ? [{ page: match.schema, contract: one }] : []
  })
}

import type { Place } from '../../schema/place.ts'
import type { Document, Sample } from '../../types.ts'
import { onceEach } from '../once.ts'
import type { Project } from '../types/project.ts'
import { indexCalledSchemas, type Match, operationSchema, type SchemaLinks, schemaOf } from './schemas/index.ts'

/** The schemas that there are for a sample, each looked for once: several questions begin with them. */
export interface FoundSchemas {
  /** What the project's pages give it. */
  byPage(document: Document, sample: Sample): Match | undefined
  /** What the contract gives it that publishes its section's endpoint, or a JSON Schema that it calls itself by. */
  byContract(document: Document, sample: Sample): Place | undefined
}

export function indexFoundSchemas(project: Project, links: SchemaLinks): FoundSchemas {
  // Several pages may show one sample.
  const byPage = onceEach((document: Document) => onceEach((it: Sample) => schemaOf(document, it, links)))
  const called = indexCalledSchemas(project)
  const byContract = onceEach((document: Document) =>
    onceEach((it: Sample) => operationSchema(project, document, it, links) ?? called(it)),
  )
  return {
    byPage: (document, sample) => byPage(document)(sample),
    byContract: (document, sample) => byContract(document)(sample),
  }
}

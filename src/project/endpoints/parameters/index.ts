import type { Document } from '../../../types.ts'
import type { Project } from '../../index.ts'
import { once, onceEach } from '../../once.ts'
import type { EndpointGroup, EndpointIndex } from '../index.ts'
import { type Documented, documentedNames } from './documented.ts'
import { placeholderSlips } from './placeholder-slips.ts'
import { type QuerySlip, querySlips } from './query-slips.ts'
import { indexStrayParameters, type StrayParameter } from './strays.ts'
import { indexUndocumented, type UndocumentedParameter } from './undocumented.ts'

/** Which parameters a path or a query has and its section does not document, and the reverse. */
export interface ParameterIndex {
  /** The parameters that each section of a document documents: lower case name → as written and where. */
  documented(document: Document): ReadonlyMap<EndpointGroup, ReadonlyMap<string, Documented>>
  /** Parameters of paths that their section documents under no name, or under another. */
  undocumented(document: Document): readonly UndocumentedParameter[]
  /** Parameters that a section says belong into its path, which has no place for them. */
  strays(document: Document): readonly StrayParameter[]
  /** Query parameters that their section documents under a name that is all but theirs, or that only another section documents. */
  querySlips(document: Document): readonly QuerySlip[]
}

export function indexParameters(project: Project, index: EndpointIndex): ParameterIndex {
  const undocumented = once(() => indexUndocumented(project, index))
  const strays = once(() => indexStrayParameters(project, index))
  return {
    documented: onceEach((document) => documentedNames(index, document)),
    undocumented: onceEach((document) => [...undocumented()(document), ...placeholderSlips(index, document)]),
    strays: (document) => strays()(document),
    querySlips: onceEach((document) => querySlips(index, document)),
  }
}

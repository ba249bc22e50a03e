import type { Document } from '../../../types.ts'
import { later, onceEach } from '../../once.ts'
import type { EndpointIndex } from '../../types/endpoints.ts'
import type { ParameterIndex } from '../../types/parameters.ts'
import type { Project } from '../../types/project.ts'
import { tablesBeside } from './beside.ts'
import { bracedOdds } from './braced.ts'
import { documentedNames } from './documented.ts'
import { inQueryInstead, withoutPlace, writtenAsPath } from './misplaced.ts'
import { optionalInPath } from './optional.ts'
import { querySlips } from './query-slips.ts'
import { queryValues } from './query-values.ts'
import { reversedRanges } from './reversed-ranges.ts'
import { inBodyInstead } from './sent-in-body.ts'
import { bareSlips, fieldSlips, placeholderSlips } from './slips.ts'
import { indexStrayParameters } from './strays.ts'
import { indexUndocumented } from './undocumented.ts'

export function indexParameters(project: Project, index: EndpointIndex): ParameterIndex {
  const undocumented = later(() => indexUndocumented(project, index))
  const strays = later(() => indexStrayParameters(project, index))
  const beside = onceEach(tablesBeside)
  const braced = onceEach((document: Document) => bracedOdds(index, document))
  return {
    documented: onceEach((document) => documentedNames(index, document)),
    undocumented: onceEach((document) => [
      ...undocumented(document),
      ...placeholderSlips(index, document),
      ...bareSlips(index, document),
      ...fieldSlips(index, document),
      ...braced(document).slips,
    ]),
    strays: (document) => [
      ...strays(document),
      ...braced(document).strays,
      ...inQueryInstead(index, document, beside),
      ...withoutPlace(index, document),
      ...inBodyInstead(index, document),
    ],
    writtenAsPath: (document) => writtenAsPath(index, document),
    optional: (document) => optionalInPath(index, document),
    querySlips: onceEach((document) => querySlips(index, document, beside)),
    queryValues: (document) => [...queryValues(index, document, beside), ...reversedRanges(document)],
  }
}

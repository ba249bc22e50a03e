import { grouped } from '../../../grouped.ts'
import { atOtherPlaces, type Contradiction } from '../../../schema/contradiction.ts'
import type { Document, Sample } from '../../../types.ts'
import { later, once, onceEach } from '../../once.ts'
import type { Project } from '../../types/project.ts'
import { membersIn } from '../names.ts'
import type { SchemaLinks } from '../schemas/index.ts'
import { flagsBeside } from './flags-beside.ts'
import { listedOnes } from './listed-ones.ts'
import { loneFields } from './lone-fields.ts'
import { loneKeys } from './lone-keys.ts'
import { misspeltValues } from './misspelt-values.ts'
import { mixedLists } from './mixed-lists.ts'
import { oddKinds } from './odd-kinds.ts'
import { pluralKeys } from './plural-keys.ts'
import { quotedFlags } from './quoted-flags.ts'
import { countKeys, indexRareKeys } from './rare-keys.ts'
import { requiredNames } from './required-names.ts'
import { saidFlags } from './said-flags.ts'
import { indexSoleLists } from './sole-lists.ts'
import { quotedTruth } from './truths.ts'
import { twoDefaults } from './two-defaults.ts'

/** Keys and values that are a slip of what the project, or the page, has elsewhere, or another kind of thing there: no schema is asked. */
export function indexSlips(
  project: Project,
  links: SchemaLinks,
): (document: Document, sample: Sample) => Contradiction[] {
  const objects = onceEach(membersIn)
  const counts = once(() => countKeys(project, objects))
  const inProject = later(() => indexRareKeys(project, counts(), objects, links))
  const lists = later(() => indexSoleLists(project, counts(), objects, links))
  const onPage = onceEach((document: Document) => {
    const found = [
      ...loneKeys(document, counts(), objects, links.isListed),
      ...loneFields(document, counts(), objects),
      ...oddKinds(document, objects),
      ...mixedLists(document, objects),
      ...(quotedTruth.test(document.text)
        ? [...quotedFlags(document, project), ...saidFlags(document, objects), ...flagsBeside(document, objects)]
        : []),
      ...twoDefaults(document, objects),
      ...pluralKeys(document, objects),
      ...misspeltValues(document, objects),
      ...requiredNames(document),
      ...listedOnes(document),
    ]
    return grouped(found, ({ sample }) => sample)
  })
  return (document, sample) => {
    const rare = [...inProject(sample), ...lists(sample)]
    return [...rare, ...atOtherPlaces(onPage(document).get(sample) ?? [], rare)]
  }
}

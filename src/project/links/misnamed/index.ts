import type { Document } from '../../../types.ts'
import type { MisnamedTarget } from '../../types/links.ts'
import type { Project } from '../../types/project.ts'
import { misaddressedLinks } from './addresses.ts'
import { misdatedLinks } from './dates.ts'
import { misnamedFiles } from './files.ts'
import { misnumberedLinks } from './numbers.ts'
import { misnamedPages } from './pages.ts'
import { indexMistitled } from './titles.ts'
import { misversionedLinks } from './versions.ts'

/** Links that are called otherwise than what they lead to: as another file, page, heading, address, number, date or version. */
export function indexMisnamed(project: Project): (document: Document) => MisnamedTarget[] {
  const mistitled = indexMistitled(project)
  return (document) => [
    ...misnamedFiles(document),
    ...misaddressedLinks(document),
    ...misnamedPages(project, document),
    ...misnumberedLinks(document),
    ...misdatedLinks(document),
    ...misversionedLinks(project, document),
    ...mistitled(document),
  ]
}

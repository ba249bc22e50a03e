import { prefixOf, splitPath } from '../../../paths.ts'
import type { Document } from '../../../types.ts'
import type { Project } from '../../types/project.ts'
import type { ServedSite } from '../../types/targets.ts'
import { originals } from './translations.ts'
import type { Grounds } from './types.ts'

/** What a link of the file system leads to may be written for the place of that link, and a page for that of what is made of it. */
export function* bases({ project, copyOf }: Grounds, home: ServedSite, document: Document): Generator<Document> {
  yield* basesOf(project, home, document)
  for (const path of project.namesakes?.get(document.path) ?? []) yield { ...document, path }
  const { folder, name } = splitPath(document.path)
  const copy = copyOf(folder)
  if (copy !== undefined) yield { ...document, path: prefixOf(copy) + name }
  for (const path of originals(home, document.path)) yield { ...document, path }
}

/** Links of a fragment start at the page that shows it, or at the fragment, as its generator has it. */
function basesOf(project: Project, { rules, site }: ServedSite, document: Document): Document[] {
  if (rules.fragments === 'fragment' || !project.pages.isFragment(document.path)) return [document]
  const entries = project.pages.of(document.path).map((it) => it.entry)
  return ['jekyll', 'slate', 'shins'].includes(site.generator) ? entries : [document, ...entries]
}

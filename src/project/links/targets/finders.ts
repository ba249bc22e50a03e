import { foldersAround, joinPath, namedAround, pathFrom, splitPath } from '../../../paths.ts'
import { isForDoxygen } from '../../../site/doxygen.ts'
import { mentions } from '../../../site/settings.ts'
import type { Document } from '../../../types.ts'
import type { Project } from '../../types/project.ts'
import { isInVault } from '../wikis.ts'
import { isReadInPlace } from './repositories.ts'
import type { PathReference, Surroundings } from './types.ts'

const ofPackage = /^(?:\.{1,2}\/)*(?:reference|articles|news)\/[\w.-]+\.html$/

type Knows = (around: Surroundings, document: Document, reference: PathReference) => boolean

/** What finds the files of a project otherwise than by their paths. */
const finders: readonly (readonly [name: string, knows: Knows])[] = [
  [
    'ExDoc',
    (around, page, link) =>
      hasAround(around.project, page, 'mix.exs') && (isModule(link) || isMoved(around, page, link)),
  ],
  ['Obsidian', (around, page, link) => isInVault(around.project.files, page.path) && isMoved(around, page, link)],
  ['pkgdown', ({ project }, page, { path }) => ofPackage.test(path) && hasAround(project, page, 'DESCRIPTION')],
  ['Backstage', ({ project }, page, link) => isOfPortal(project, page, link)],
  [
    'Redocly',
    ({ project }, page, link) => hasAround(project, page, 'redocly.yaml') && isInContract(project, page, link),
  ],
  ['Fern', ({ project }, page, { path }) => path.startsWith('/') && hasAround(project, page, 'fern.config.json')],
  ['an application', isRoute],
  ['Storybook', (_around, _page, { path }) => /^\/(?:docs|story)\/[\w-]+--[\w-]/.test(path)],
  [
    'Doxygen',
    ({ project }, page, link) => ofCode.test(link.path) && (readsCode(project, page) || isForDoxygen(page.text)),
  ],
  ['Sphinx', ({ project }, page, link) => isOfDomain(link) && isForSphinx(project, page)],
  ['who fills in the template', ({ project }, page) => isForm(project, page)],
]

/** What finds the page that a link names, or makes it of the code. */
export function whatFindsPage(around: Surroundings, document: Document, reference: PathReference): string | undefined {
  return finders.find(([, knows]) => knows(around, document, reference))?.[0]
}

/** What finds an image that is called otherwise than its file. */
export function whatFindsImage(around: Surroundings, document: Document, reference: PathReference): string | undefined {
  if (isKnownByName(around, document, reference)) return 'Doxygen or Obsidian knows images by their names'
  if (isInCatalogue(document, reference)) return 'DocC looks for the name in all of the catalogue'
  return isOfAnyFormat(around.project, document, reference) ? 'Sphinx takes the format that fits' : undefined
}

/** `limits.md`, or `limits`, where `guides/limits.md` is the only page of that name. */
function isMoved({ near }: Surroundings, page: Document, { path }: PathReference): boolean {
  return [path, `${path}.md`].some((it) => near(page, 'link', it)?.change === 'moved')
}

/** A page to be copied for the next of those that are numbered. */
function isForm({ files }: Project, { path }: Document): boolean {
  const { folder, name } = splitPath(path)
  return /template[^/]*\.md$/i.test(name) && files.names(folder).some((it) => /^\d{3,4}-/.test(it) && it !== name)
}

/** `openapi/heats/list` beside `openapi.yaml`: an operation. */
function isInContract({ files }: Project, { path: from }: Document, { path }: PathReference): boolean {
  const target = pathFrom(from, path) ?? ''
  return [target, ...foldersAround(target)].some((it) => ['.yaml', '.yml', '.json'].some((end) => files.has(it + end)))
}

/** `/catalog/default/component/kiln` of a portal that shows the pages of many projects. */
function isOfPortal(project: Project, { path: from }: Document, { path }: PathReference): boolean {
  return path.startsWith('/') && mentions(project.site(from).settings.plugins, /"techdocs-core"/)
}

/** `![steps](steps)` below `Shop.docc`, where some folder has `steps~dark@2x.png`. */
function isInCatalogue({ path: from }: Document, { path }: PathReference): boolean {
  return !path.includes('/') && from.includes('.docc/')
}

/** `![shape](pot.png)` where `images/pot.png` is: Doxygen's config says where images are, and its pages do not. */
function isKnownByName({ project, near }: Surroundings, document: Document, { path }: PathReference): boolean {
  if (path.includes('/')) return false
  const meant = near(document, 'image', path)?.path
  if (meant?.endsWith(`/${path}`) !== true) return false
  return readsCode(project, document) || isForDoxygen(document.text) || isInVault(project.files, document.path)
}

/** `![shape](pot.*)` where `pot.svg` and `pot.pdf` are. */
function isOfAnyFormat(project: Project, document: Document, { path }: PathReference): boolean {
  if (!path.endsWith('.*') || !isForSphinx(project, document)) return false
  const from = path.startsWith('/') ? project.site(document.path).source : splitPath(document.path).folder
  const { folder, name } = splitPath(joinPath(from, path.replace(/^\/+/, '')) ?? path)
  return project.files.names(folder).some((it) => it.startsWith(name.slice(0, -1)))
}

/** Lists that Doxygen makes, and a page of one thing. */
const ofCode =
  /^(?:\.\/)?(?:(?:annotated|classes|deprecated|examples|files|functions|globals|hierarchy|inherits|modules|namespaces|pages|todo|topics|usergroup\d+)|(?:class|struct|union|interface|namespace|group|dir)_?\w+|\w+_8(?:h|hpp|c|cpp|py|java)|md_\w+)\.html$/

/** `heat.html#c.kiln_heat`: a symbol of C or C++, as Sphinx names its place. */
function isOfDomain({ path, fragment }: PathReference): boolean {
  return path.endsWith('.html') && /^(?:c\.\w|_CPPv\d)/.test(fragment)
}

function isForSphinx(project: Project, page: Document): boolean {
  return hasAround(project, page, 'conf.py')
}

/** Whether a file of that name stands beside a page, or in a folder around it. */
function hasAround({ files }: Project, { path }: Document, name: string): boolean {
  return namedAround(path, name).some((it) => files.has(it))
}

/** A config of Doxygen stands beside the page, in a folder around it, or in one of documentation there. */
function readsCode({ files }: Project, { path }: Document): boolean {
  const near = ['', 'doc', 'docs'].flatMap((it) => namedAround(path, it))
  return near.some((it) => files.names(it).some((name) => /^doxyfile|\.(?:dox|doxyfile|doxygen)(?:\.in)?$/i.test(name)))
}

/** `Shop.Order.html`: the pages of a project lie beside those of its modules. */
function isModule({ path }: PathReference): boolean {
  return /^(?:\.\/)?[A-Z]\w*(?:\.[A-Z]\w*)*\.html$/.test(path)
}

const application = /^(?:nuxt|svelte|next|astro|remix)\.config\.[cm]?[jt]s$/

/** `/orders/limits` on a page of an application, which has more routes than pages, and what one serves from a folder of its own. */
function isRoute({ project, near }: Surroundings, document: Document, { path }: PathReference): boolean {
  const { files } = project
  if (!path.startsWith('/') || isReadInPlace(document)) return false
  if (project.site(document.path).generator !== 'none') return false
  if (['public', 'static'].some((it) => hasAround(project, document, it + path))) return true
  const isOfApplication = foldersAround(document.path).some((it) =>
    files.names(it).some((name) => application.test(name)),
  )
  return isOfApplication && !/\.\w+$/.test(path) && near(document, 'link', path) === undefined
}

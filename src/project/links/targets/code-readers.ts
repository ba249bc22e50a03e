import { isForDoxygen } from '../../../site/doxygen.ts'
import { joinPath, splitPath } from '../../../text.ts'
import type { Document } from '../../../types.ts'
import type { Project } from '../../types/project.ts'
import type { NearIndex, PathReference } from './types.ts'

/** What finds the files of a project otherwise than by their paths. */
interface Finders {
  project: Project
  near: NearIndex
}

/** What leads a link to a page that it makes of the code, or finds by its name. */
export function whatReadsCode(around: Finders, document: Document, reference: PathReference): string | undefined {
  const { project } = around
  if (isOfMix(project, document) && (isModule(reference) || isFlattened(around, document, reference))) return 'ExDoc'
  if (isRoute(around, document, reference)) return 'an application'
  if (isOfCode(reference) && (readsCode(project, document) || isForDoxygen(document.text))) return 'Doxygen'
  return isOfDomain(reference) && isForSphinx(project, document) ? 'Sphinx' : undefined
}

/** What finds an image that is called otherwise than its file. */
export function whatFindsImage(around: Finders, document: Document, reference: PathReference): string | undefined {
  if (isKnownByName(around, document, reference)) return 'Doxygen knows images by their names'
  if (isInCatalogue(document, reference)) return 'DocC looks for the name in all of the catalogue'
  return isOfAnyFormat(around.project, document, reference) ? 'Sphinx takes the format that fits' : undefined
}

/** `limits.md` where `guides/limits.md` is the only page of that name: ExDoc puts all pages into one folder. */
function isFlattened({ near }: Finders, document: Document, { path, host }: PathReference): boolean {
  return host === undefined && path.endsWith('.md') && near(document, { kind: 'link', url: path })?.change === 'moved'
}

/** `![steps](steps)` below `Shop.docc`, where some folder has `steps~dark@2x.png`. */
function isInCatalogue({ path: from }: Document, { path, host }: PathReference): boolean {
  return host === undefined && !path.includes('/') && from.includes('.docc/')
}

/** `![shape](pot.png)` where `images/pot.png` is: Doxygen's config says where images are, and its pages do not. */
function isKnownByName({ project, near }: Finders, document: Document, { path, host }: PathReference): boolean {
  if (host !== undefined || path.includes('/')) return false
  const meant = near(document, { kind: 'image', url: path })?.url
  return meant?.endsWith(`/${path}`) === true && (readsCode(project, document) || isForDoxygen(document.text))
}

/** `![shape](pot.*)` where `pot.svg` and `pot.pdf` are. */
function isOfAnyFormat(project: Project, document: Document, { path, host }: PathReference): boolean {
  if (host !== undefined || !path.endsWith('.*') || !isForSphinx(project, document)) return false
  const { folder, name } = splitPath(joinPath(splitPath(document.path).folder, path) ?? path)
  return project.files.names(folder).some((it) => it.startsWith(name.slice(0, -1)))
}

/** Lists that Doxygen makes, and a page of one thing. */
const ofCode =
  /^(?:\.\/)?(?:(?:annotated|classes|deprecated|examples|files|functions|globals|hierarchy|inherits|modules|namespaces|pages|todo|topics|usergroup\d+)|(?:class|struct|union|interface|namespace|group|dir)_?\w+|\w+_8(?:h|hpp|c|cpp|py|java)|md_\w+)\.html$/

function isOfCode({ path, host }: PathReference): boolean {
  return host === undefined && ofCode.test(path)
}

/** `heat.html#c.kiln_heat`: a symbol of C or C++, as Sphinx names its place. */
function isOfDomain({ path, host, fragment }: PathReference): boolean {
  return host === undefined && path.endsWith('.html') && /^(?:c\.\w|_CPPv\d)/.test(fragment)
}

function isForSphinx({ files }: Project, { path }: Document): boolean {
  return foldersAround(path).some((it) => files.has(it === '' ? 'conf.py' : `${it}/conf.py`))
}

/** From the root of the project to that of a file. */
function foldersAround(path: string): string[] {
  const { folder } = splitPath(path)
  return ['', ...folder.split('/').map((_, depth, all) => all.slice(0, depth + 1).join('/'))]
}

/** A config of Doxygen stands beside the page, in a folder around it, or in one of documentation there. */
function readsCode({ files }: Project, { path }: Document): boolean {
  const near = foldersAround(path).flatMap((it) => [it, ...['doc', 'docs'].flatMap((docs) => joinPath(it, docs) ?? [])])
  return near.some((it) => files.names(it).some((name) => /^doxyfile|\.(?:dox|doxyfile|doxygen)(?:\.in)?$/i.test(name)))
}

/** `Shop.Order.html`: the pages of a project lie beside those of its modules. */
function isModule({ path }: PathReference): boolean {
  return /^(?:\.\/)?[A-Z]\w*(?:\.[A-Z]\w*)*\.html$/.test(path)
}

const application = /^(?:nuxt|svelte|next|astro|remix)\.config\.[cm]?[jt]s$/

/** `/orders/limits` on a page of an application, which has more routes than pages. A README is read where it lies. */
function isRoute({ project: { files }, near }: Finders, document: Document, { path, host }: PathReference): boolean {
  if (host !== undefined || !path.startsWith('/') || /(?:^|\/)[A-Z_]+\.md$/.test(document.path)) return false
  const root = foldersAround(document.path).findLast((it) => files.names(it).some((name) => application.test(name)))
  if (root === undefined) return false
  const isAsset = ['public', 'static'].some((it) => files.has(joinPath(root, it + path) ?? ''))
  return isAsset || (!/\.\w+$/.test(path) && near(document, { kind: 'link', url: path }) === undefined)
}

function isOfMix({ files }: Project, { path: from }: Document): boolean {
  return foldersAround(from).some((it) => files.has(joinPath(it, 'mix.exs') ?? ''))
}

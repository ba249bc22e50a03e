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

/** Whose page of the code a link leads to. */
export function whatReadsCode(project: Project, document: Document, reference: PathReference): string | undefined {
  if (isModule(project, document, reference)) return 'ExDoc'
  if (isOfCode(reference) && (readsCode(project, document) || isForDoxygen(document.text))) return 'Doxygen'
  return isOfDomain(reference) && isForSphinx(project, document) ? 'Sphinx' : undefined
}

/** What finds an image that is called otherwise than its file. */
export function whatFindsImage(around: Finders, document: Document, reference: PathReference): string | undefined {
  if (isKnownByName(around, document, reference)) return 'Doxygen knows images by their names'
  return isOfAnyFormat(around.project, document, reference) ? 'Sphinx takes the format that fits' : undefined
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

/** `Shop.Order.html` of a page below a `mix.exs`: the pages of a project lie beside those of its modules. */
function isModule({ files }: Project, { path: from }: Document, { path }: PathReference): boolean {
  if (!/^(?:\.\/)?[A-Z]\w*(?:\.[A-Z]\w*)*\.html$/.test(path)) return false
  return foldersAround(from).some((it) => files.has(joinPath(it, 'mix.exs') ?? ''))
}

import { foldersAround, pathFrom, splitPath } from '../../../paths.ts'
import { mentions } from '../../../site/settings.ts'
import { isMarkdown } from '../../../site/urls.ts'
import type { Document, Link, Site } from '../../../types.ts'
import type { Project } from '../../types/project.ts'
import type { ServedSite } from '../../types/targets.ts'
import { whatFindsImage, whatFindsPage } from './finders.ts'
import { joinUrl } from './reference.ts'
import { isForHost } from './repositories.ts'
import { filesAt } from './served.ts'
import { templateFoldersOf } from './template-folders.ts'
import type { Asking, PathReference, Surroundings } from './types.ts'

/** What makes a target that only the built site has. */
export function whatBuilds(
  around: Surroundings,
  document: Document,
  { kind }: Asking,
  reference: PathReference,
): string | undefined {
  const { project, home } = around
  for (const file of filesOf(home, document, reference)) {
    // What is here need not be made: the link is a step off.
    if (project.files.has(file)) continue
    const why = whatMakes(project, file, home) ?? whatLacksIt(around, document, file, { kind, path: reference.path })
    if (why !== undefined) return why
  }
  if (isForHost(project.files, document, reference))
    return 'a release leaves out what is for the host of the repository'
  const finder = whatFindsPage(around, document, reference)
  if (finder !== undefined) return `${finder} knows what is meant`
  const image = kind === 'image' ? whatFindsImage(around, document, reference) : undefined
  if (image !== undefined) return image
  if (isWritten(project, home, document, reference)) return 'a plugin writes it when the site is built'
  return home.site.generator === 'myst' && isInMenu(around, document, reference)
    ? 'its page has it in a menu, too'
    : undefined
}

/** Pages that have no sources: those of programs, and those that are not Markdown. */
export function whatProgramsWrite(
  { project, home, near }: Surroundings,
  document: Document,
  { kind }: Asking,
  { path }: PathReference,
): string | undefined {
  const mayBeLabel = project.anchors.mayBeLabel(document.path, path)
  if (kind === 'image' || !(runsPrograms(home.site) || mayBeLabel)) return undefined
  // A slip in the name of another page is still one.
  if (near(document, kind, path)) return undefined
  return mayBeLabel
    ? 'a page that is not Markdown may have such a label'
    : 'a program writes pages when the site is built'
}

/** MkDocs with a plugin whose programs write pages. */
function runsPrograms({ generator, settings }: Site): boolean {
  return generator === 'mkdocs' && mentions(settings.plugins, /"(?:gen-files|api-autonav)"/)
}

/** What makes a file, as the project tells. */
function whatMakes(project: Project, file: string, { site }: ServedSite): string | undefined {
  if (isTemplated(project, file) || isPaginated(project, file, site)) return 'a build makes it of a template'
  if (project.ignored(file)) return 'version control leaves it out, so a build makes it'
  return project.namedByBuild(file) ? 'what builds the project names it' : undefined
}

/** Its folder is named and is not here, or a package was made without it: what a link means is not what stands elsewhere by that name. */
function whatLacksIt(
  { project, near }: Surroundings,
  document: Document,
  file: string,
  { kind, path }: { kind: Link['kind']; path: string },
): string | undefined {
  const folder = firstMissing(project, file)
  const isNamed = folder !== undefined && project.namedByBuild(folder)
  if (!(isNamed || project.leftOut(file)) || near(document, kind, path)) return undefined
  return isNamed ? 'what builds the project names its folder' : 'the package was made without it'
}

/** The outermost folder around a file that is not here either. */
function firstMissing({ files }: Project, file: string): string | undefined {
  return foldersAround(file).find((it) => !files.hasDirectory(it))
}

/** `podman.1.md` beside `podman.1.md.in`, its extension left out or not, and `guide/lids` where `guide-templates/lids.md` is. */
function isTemplated({ files }: Project, file: string): boolean {
  if (templates.some((it) => files.has(file + it) || files.has(`${file}.md${it}`))) return true
  if (file.endsWith('.html') && markups.some((it) => files.has(file.slice(0, -5) + it))) return true
  const { folder, name } = splitPath(file)
  return (
    folder !== '' && templateFoldersOf(folder).some((it) => files.names(it).some((source) => isSourceOf(source, name)))
  )
}

/** `api/pots` where the folder has `[name].md`, or templates of Eleventy and no page: one makes many. */
function isPaginated({ files }: Project, file: string, { generator }: Site): boolean {
  const names = files.names(splitPath(file.replace(/\/$/, '')).folder)
  if (names.some((it) => /^\[.+\]\.\w+$/.test(it))) return true
  return (
    generator === 'eleventy' &&
    names.some((it) => /\.(?:njk|liquid|html|webc|11ty\.\w+)$/.test(it)) &&
    !names.some(isMarkdown)
  )
}

/** `lids.md` or `lids` of `lids.html`. */
function isSourceOf(source: string, name: string): boolean {
  const stem = name.replace(/\.html?$/, '')
  return source === stem || source.replace(/\.(?:md|markdown)$/, '') === stem
}

/** `/api/library_root` that a list of pages has on a line of its own: two slips are less likely than a program. */
function isInMenu({ linesOf }: Surroundings, document: Document, { path }: PathReference): boolean {
  return document.text.includes('{toctree}') && linesOf(document).has(path)
}

/** Below a folder that a plugin writes, where it was not written yet. What DocFX writes may stand beside an introduction. */
function isWritten({ files }: Project, home: ServedSite, document: Document, reference: PathReference): boolean {
  const written = home.site.written.filter((it) => home.site.generator === 'docfx' || !files.hasDirectory(it))
  if (written.length === 0) return false
  const targets = [...filesOf(home, document, reference)]
  return targets.some((target) => written.some((it) => `${target}/`.startsWith(`${it}/`)))
}

/** What a link leads to where pages lie as they are written, and where its site has what stands at that URL. */
function* filesOf({ site, urlOf }: ServedSite, { path: from }: Document, { path }: PathReference): Generator<string> {
  const file = pathFrom(from, path)
  if (file) yield file
  const own = path.startsWith('/') ? path : urlOf(from)
  if (own !== undefined) yield* filesAt(site, joinUrl(own, path))
}

/** Other languages that pages are written in. */
const markups = ['.qmd', '.Rmd', '.ipynb', '.adoc', '.org', '.rst', '.pod']
const templates = ['.in', '.tmpl', '.tpl', '.template', '.j2', '.jinja', '.erb', '.ejs', '.hbs', '.mustache']

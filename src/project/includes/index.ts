import { getOrAdd } from '../../grouped.ts'
import { foldersAround, isBelow, joinPath, pathOutside, prefixOf } from '../../paths.ts'
import type { IncludeSpec } from '../../site/include-spec.ts'
import { fromUser, mechanism } from '../../site/mechanisms.ts'
import type { Document, Include, Site } from '../../types.ts'
import { once, onceEach, onceIn } from '../once.ts'
import type { IncludeIndex, IncludeTarget, Instead } from '../types/includes.ts'
import type { Project } from '../types/project.ts'
import { findCycles } from './cycles.ts'
import { indexHabits } from './habits.ts'
import { type FilesByName, filesByName, insteadOf, movedTo, type Siblings, siblingsIn } from './instead.ts'
import { findPart } from './parts.ts'
import { isDynamic, type Spelling, spell, type Wanted, wanted } from './paths.ts'

export function indexIncludes(project: Project): IncludeIndex {
  const cycles = once(() => findCycles(project))
  const resolve = onceIn(resolver(project))
  return {
    resolve,
    cycles: (path) => cycles().get(path) ?? [],
    part: onceIn((document, include) => findPart(project, include, resolve(document, include))),
  }
}

function resolver(project: Project): (document: Document, include: Include) => IncludeTarget {
  const habit = indexHabits(project)
  const taken = new Map<Document, Set<string>>()
  const names = once(() => filesByName(project.files))
  const siblings = onceEach((folder: string) => siblingsIn(project.files, folder))
  const custom = new Map((project.customIncludes ?? []).map((it) => [it.name, fromUser(it)]))
  const takenBy = (document: Document, spec: IncludeSpec, site: Site) =>
    getOrAdd(taken, document, () => includedBy(project, document, spec, site))

  return (document, include) => {
    const spec = mechanism(include.mechanism) ?? custom.get(include.mechanism)
    if (!spec) return { kind: 'unknown', because: 'nothing says how it is resolved' }
    if (isDynamic(include.target)) return { kind: 'unknown', because: 'its name is made when the site is built' }
    const site = project.site(document.path)
    const wish = wanted(document, include, spec, site)
    const likely = wish.guessed ? habit(document, spec, site, wish) : wish.spellings[0]
    const there = find(project, wish, spec.kind === 'front-matter' ? likely?.folder : undefined)
    if (there !== undefined) return present(project, there)
    if (!likely) return { kind: 'unknown', because: 'nothing says where the site keeps such files' }
    if (comesBack(project, wish)) return { kind: 'unknown', because: 'it names the folder of the project itself' }
    return absent(project, site, spec, include, {
      wish,
      likely,
      names,
      siblings,
      taken: () => (spec.kind === 'front-matter' ? takenBy(document, spec, site) : nothing),
    })
  }
}

/** `../../kettle/samples/boil.js` in a project whose folder is called so where its author works: out of it and in again. */
function comesBack({ files }: Project, { path, spellings }: Wanted): boolean {
  const inside = /^(?:\.\.\/){1,9}[^./][^/]*\/(.+)$/.exec(path)?.[1]
  if (inside === undefined) return false
  const leaves = ({ folder }: Spelling) => {
    const above = joinPath(folder, path.slice(0, -inside.length - 1))
    // A folder of that name would be meant.
    return above === undefined || !(above.includes('/') || files.hasDirectory(above))
  }
  return files.has(inside) && spellings.some(leaves)
}

const nothing: ReadonlySet<string> = new Set()

interface Absence {
  wish: Wanted
  likely: Spelling
  names(): FilesByName
  siblings(folder: string): Siblings
  /** Files that the same list names already: who renames a file does not list it twice. */
  taken(): ReadonlySet<string>
}

/** What to say of a target that no file answers to. */
function absent(project: Project, site: Site, spec: IncludeSpec, include: Include, absence: Absence): IncludeTarget {
  const { wish, likely } = absence
  const missing = spell(likely, wish.path)
  if (placesAround(wish, likely).some((it) => project.around?.(it)))
    return { kind: 'unknown', because: 'it lies in another folder of the repository' }
  if (missing === undefined || wish.absolute) return { kind: 'outside' }
  const made = madeElsewhere(project, site, spec, missing, include)
  if (made) return { kind: 'unknown', because: made }
  const instead = replacement(site, missing, include.target, absence)
  return {
    kind: 'missing',
    path: missing,
    instead,
    isFolder: instead === undefined && include.target.startsWith('../') && lacksFolder(project, site, missing),
  }
}

/** `../../include/config/pots.json` in a project that has no `include` at all: something may fetch all of it before the build. */
function lacksFolder({ files }: Project, { root }: Site, missing: string): boolean {
  const inside = missing.slice(prefixOf(root).length)
  const first = inside.includes('/') ? inside.split('/', 1)[0] : undefined
  return first !== undefined && isBelow(missing, root) && !files.hasDirectory(prefixOf(root) + first)
}

/** Where it would be outside of the project: where it leads, or in a folder around it, in which what builds the pages starts. */
function placesAround({ path, absolute }: Wanted, { folder }: Spelling): string[] {
  if (absolute) return []
  const outside = pathOutside(folder, path)
  return outside === undefined ? [1, 2, 3].map((steps) => '../'.repeat(steps) + path) : [outside]
}

function present(project: Project, path: string): IncludeTarget {
  if (project.included?.outside.has(path)) return { kind: 'outside' }
  return { kind: project.document(path) ? 'document' : 'file', path }
}

/** The first spelling that a file answers to; where entries of one list belong together, only in their folder. */
function find(project: Project, { path, spellings }: Wanted, only: string | undefined): string | undefined {
  for (const spelling of spellings) {
    if (only !== undefined && spelling.folder !== only) continue
    // Among the folders of a config there may be a file, which goes by its name.
    if (isNamed(spelling.folder, path) && project.files.has(spelling.folder)) return spelling.folder
    const file = spell(spelling, path)
    if (file !== undefined && project.files.has(file)) return file
  }
  return undefined
}

function isNamed(file: string, name: string): boolean {
  return file === name || file.endsWith(`/${name}`)
}

/** Files that are not here because something else brings them. */
function madeElsewhere(
  project: Project,
  site: Site,
  { name }: IncludeSpec,
  missing: string,
  { target }: Include,
): string | undefined {
  if (project.ignored(missing)) return 'version control leaves it out, so a build makes it'
  if (project.namedByBuild(missing)) return 'what builds the project names it'
  if (foldersAround(missing).some((it) => !project.files.hasDirectory(it) && project.namedByBuild(it)))
    return 'what builds the project names its folder'
  if (name === 'jekyll' && ('theme' in site.settings || 'remote_theme' in site.settings)) return 'the theme may have it'
  const first = target.startsWith('~/') ? target.slice(2).split('/', 1)[0] : undefined
  if (first && !project.files.hasDirectory(prefixOf(site.root) + first)) {
    return 'it belongs to another repository'
  }
  return undefined
}

function includedBy(project: Project, document: Document, spec: IncludeSpec, site: Site): Set<string> {
  const files = new Set<string>()
  for (const include of document.facts.includes) {
    const found = include.mechanism === spec.name && find(project, wanted(document, include, spec, site), undefined)
    if (found) files.add(found)
  }
  return files
}

function replacement(
  site: Site,
  missing: string,
  target: string,
  { likely, names, siblings, taken }: Absence,
): Instead | undefined {
  const near = insteadOf(siblings, missing, likely, target, taken())
  if (near) return near
  const own = isBelow(missing, likely.folder)
  const moved = movedTo(names(), missing, own ? likely.folder : site.root)
  return moved === undefined || taken().has(moved) ? undefined : { path: moved, change: 'moved' }
}

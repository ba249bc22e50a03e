import { isBelow, splitPath } from '../paths.ts'
import { textBefore } from '../text.ts'
import { textIn } from './document.ts'
import type { Reader } from './reader.ts'

/** What builds, tests and releases a project: at its root, in one of its folders, or where GitHub keeps its workflows. */
const builds =
  /^(?:\.github\/workflows\/[^/]+\.ya?ml|(?:[^/]+\/)?(?:(?:GNU)?[Mm]akefile(?:\.\w+)?|CMakeLists\.txt|package\.json|pyproject\.toml|tox\.ini|noxfile\.py|meson\.build|[Jj]ustfile|Rakefile|[Gg]runtfile\.js|gulpfile\.[cm]?[jt]s|Taskfile\.ya?ml|\.gitlab-ci\.ya?ml|[\w.-]+\.sh))$/
/** A project with more has a build of its own for each of its parts; and what is longer is data. */
const most = { files: 40, characters: 200_000 }

/**
 * Whether a build names a file or a folder by its path, so that it is there when the build has run, or where nothing was left out of the
 * project. The files are few and short; they are searched when somebody asks.
 */
export function loadBuildFiles(reader: Reader): (path: string) => boolean {
  const texts = reader.tree.paths
    .filter((it) => builds.test(it))
    .slice(0, most.files)
    .flatMap((path) => {
      const text = textIn(reader.read(path)) ?? ''
      return text.length > most.characters ? [] : { folder: splitPath(path).folder, text }
    })
  return (path) =>
    // A bare name may be that of any file.
    path.includes('/') &&
    texts.some(({ folder, text }) => {
      const own = folder !== '' && isBelow(path, folder) ? path.slice(folder.length + 1) : undefined
      return names(text, path) || (own?.includes('/') === true && names(text, own))
    })
}

/** Whether a text has a path, and not only a longer one that ends like it, or a name that begins like it. */
function names(text: string, path: string): boolean {
  for (let at = text.indexOf(path); at >= 0; at = text.indexOf(path, at + 1)) {
    const before = textBefore(text, at, 2)
    const isWhole =
      /^(?:|.?[^\w./-]|[.)}]\/)$/.test(before) &&
      !/^(?:[\w-]|\.\w)/.test(text.slice(at + path.length, at + path.length + 2))
    if (isWhole) return true
  }
  return false
}

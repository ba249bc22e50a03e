import { resolve } from 'node:path'
import picomatch from 'picomatch'
import { pathBelow } from '../io/inside.ts'
import type { Terminal } from '../io/terminal.ts'
import { isBelow, splitPath } from '../paths.ts'
import type { Sources } from '../project/types/project.ts'
import { nearest } from '../spelling.ts'
import type { Diagnostic } from '../types.ts'
import { UsageError } from './command.ts'
import type { Session } from './run/session.ts'

/** Whether a path of the project is one that the user asked about. */
export type PathFilter = (path: string) => boolean

/**
 * Paths on the command line say what to report, never what to read: the project is always indexed whole, or a link into
 * the rest of it could not be judged.
 */
export function pathFilter(
  paths: readonly string[],
  session: Session,
  terminal: Terminal,
  lenient: boolean,
): PathFilter {
  if (paths.length === 0) return () => true
  const matchers = paths.map((path) => matcher(path, session, terminal, lenient))
  return (path) => matchers.some((matches) => matches(path))
}

/** A file that the user named, as the project calls it: '' for the root itself. What lies outside is refused. */
export function projectPath(file: string, root: string, { cwd }: Terminal): string {
  const path = pathBelow(root, resolve(cwd, file))
  if (path !== undefined) return path
  throw new UsageError(`"${file}" lies outside the project`, { help: 'run docs-lint there' })
}

/** A command about one document was asked about something else. */
export function notRead(file: string, path: string, { documents }: Sources): UsageError {
  const near = nearest(path, documents.keys())
  return new UsageError(`docs-lint does not read "${file}"`, { help: near && `did you mean "${near}"?` })
}

/** A finding counts if its place, or the other place or file that it is about, is asked for. */
export function inside(filter: PathFilter, { path, related = [], concerns = [] }: Diagnostic): boolean {
  return filter(path) || related.some((it) => filter(it.path)) || concerns.some(filter)
}

function matcher(path: string, { root, sources, prefix }: Session, terminal: Terminal, lenient: boolean): PathFilter {
  const inRoot = projectPath(path, root, terminal)
  if (inRoot === '') return () => true
  const { files } = sources
  if (files.has(inRoot)) return (it) => it === inRoot
  if (files.hasDirectory(inRoot)) return (it) => isBelow(it, inRoot)
  if (/[*?{[]/.test(path)) {
    const matches = picomatch(inRoot)
    if (lenient || files.paths.some((it) => matches(it))) return (it) => matches(it)
    throw new UsageError(`no file matches "${path}"`)
  }
  if (lenient) return () => false
  const near = nearest(inRoot, files.paths) ?? nearest(inRoot, folders(files.paths))
  throw new UsageError(`no such file or folder: ${path}`, { help: near && `did you mean ${prefix}${near}?` })
}

function folders(paths: readonly string[]): Set<string> {
  return new Set(paths.flatMap((path) => splitPath(path).folder || []))
}

import { isBelow } from '../paths.ts'
import type { Json } from '../types.ts'
import { list, setting, string } from './settings.ts'
import type { PageSource } from './url-forms.ts'

/** The permalink that `defaults` of the config give to the pages of a folder, or to all of a type: of those that fit, the deepest folder says. */
export function defaultPermalink({ path, settings }: PageSource, type: string): string | undefined {
  const fitting = list(setting(settings, 'defaults')).flatMap((entry) => {
    const permalink = string(setting(entry, 'values', 'permalink'))
    return permalink !== undefined && fits(entry, path, type) ? { permalink, rank: rankOf(entry) } : []
  })
  // Of two that rank the same, the later one says.
  return fitting.sort((a, b) => a.rank - b.rank).at(-1)?.permalink
}

function fits(entry: Json, path: string, type: string): boolean {
  const wanted = string(setting(entry, 'scope', 'type')) ?? type
  const folder = folderOf(entry)
  const isType = wanted === type || (type === 'posts' && wanted === 'post') || (type === 'pages' && wanted === 'page')
  return isType && (path === folder || isBelow(path, folder) || matches(folder, path))
}

/** `guides/*` + `/lids`: a star stands for a name. */
function matches(pattern: string, path: string): boolean {
  if (!pattern.includes('*')) return false
  const parts = path.split('/')
  const names = pattern.split('/')
  return names.length <= parts.length && names.every((it, at) => it === '*' || it === parts[at])
}

/** The longer folder first, and then who names a type. */
function rankOf(entry: Json): number {
  return folderOf(entry).length * 2 + (setting(entry, 'scope', 'type') === undefined ? 0 : 1)
}

function folderOf(entry: Json): string {
  return (string(setting(entry, 'scope', 'path')) ?? '').replace(/^\/|\/$/g, '')
}

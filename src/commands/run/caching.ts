import { resolve } from 'node:path'
import { cacheFolder, emptyCache } from '../../io/cache-file.ts'
import type { Terminal } from '../../io/terminal.ts'
import type { Values } from '../command.ts'
import type { cacheOptions } from '../options.ts'

/** The folder in which runs leave what they know, unless nothing is to be remembered. */
export function cacheOf(values: Values<typeof cacheOptions>, root: string, { cwd, env }: Terminal): string | undefined {
  if (values['no-cache']) return undefined
  const location = values['cache-location'] || env.DOCS_LINT_CACHE_LOCATION
  const folder = location ? resolve(cwd, location) : cacheFolder(root)
  if (folder !== undefined && values['cache-reset']) emptyCache(folder)
  return folder
}

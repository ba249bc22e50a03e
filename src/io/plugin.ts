import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Runs a module of the project (`./lint/rules.mjs`) or of an installed package, and gives its default export. */
export async function importPlugin(folder: string, name: string): Promise<unknown> {
  const path = name.startsWith('.') ? resolve(folder, name) : entryOf(folder, name)
  const module: { default?: unknown } = await import(pathToFileURL(path).href)
  return module.default
}

/** Node resolves packages from the file that imports them, which is not the file that asks here. */
function entryOf(from: string, name: string): string {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    const root = join(folder, 'node_modules', name)
    if (existsSync(join(root, 'package.json'))) {
      const { exports, main } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
      return join(root, target(exports?.['.'] ?? exports) ?? main ?? 'index.js')
    }
    if (dirname(folder) === folder) throw new Error('no such package is installed')
  }
}

function target(exports: unknown): string | undefined {
  if (typeof exports === 'string') return exports
  if (typeof exports !== 'object' || exports === null) return undefined
  const conditions = exports as Record<string, unknown>
  return target(conditions.node ?? conditions.import ?? conditions.default)
}

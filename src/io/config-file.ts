import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { configNames, hasSection } from '../config/names.ts'
import { readInside } from './inside.ts'

/** A config file, read. */
export interface ConfigFile {
  /** Absolute. */
  folder: string
  name: string
  text: string
}

export function exists(folder: string, path: string): boolean {
  return existsSync(join(folder, path))
}

/** The root of the git repository that a folder lies in. */
export function repositoryOf(from: string): string | undefined {
  const last = [...upwards(from)].at(-1) ?? ''
  return existsSync(join(last, '.git')) ? last : undefined
}

/** A folder and those around it, up to the root of its git repository, or of the disk. */
function* upwards(from: string): Generator<string> {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    yield folder
    if (existsSync(join(folder, '.git')) || dirname(folder) === folder) return
  }
}

/** The config files of the nearest folder that has any, from `cwd` up to the root of its git repository. */
export function findConfigs(cwd: string): ConfigFile[] {
  for (const folder of upwards(cwd)) {
    const found = configsIn(folder)
    if (found.length > 0) return found
  }
  return []
}

function configsIn(folder: string): ConfigFile[] {
  return [...configNames, 'package.json'].flatMap((name) => {
    if (!existsSync(join(folder, name))) return []
    const file = readConfigFile(folder, name)
    const counts = 'text' in file && (name !== 'package.json' || hasSection(file.text))
    return counts ? [file] : []
  })
}

/** The config of an installed package, looked for as Node looks for packages, within the git repository. */
export function findPackageConfig(from: string, name: string): ConfigFile | undefined {
  for (const folder of upwards(from)) {
    const root = join(folder, 'node_modules', name)
    const [found] = existsSync(root) ? configsIn(root) : []
    if (found) return found
  }
  return undefined
}

/** A config is read like every other file: never through a link that leads out of its folder, since messages quote it. */
export function readConfigFile(folder: string, name: string): ConfigFile | { problem: string } {
  const bytes = readInside(folder, name)
  if (!(bytes instanceof Uint8Array)) return bytes
  return { folder, name, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) }
}

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { crc32 } from 'node:zlib'

/** This package's own files: they lie at another depth from `src/` than from a bundle in `dist/`, so they are looked for. */
function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder)
  return folder
}

export function version(): string {
  return JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')).version
}

/**
 * The same on every machine that runs the same program: the names of the files in `dist/` carry hashes of what they hold,
 * all but those of the entry points, which hold nothing that facts hang on. Sources have one version.
 */
export function buildId(): string {
  const files = readdirSync(dirname(fileURLToPath(import.meta.url))).filter((name) => name.endsWith('.js'))
  return `${version()} ${process.version} ${crc32(files.sort().join(' ')).toString(36)}`
}

/** The page of a built-in rule, as Markdown. */
export function rulePage(id: string): string {
  return readFileSync(rulePageUrl(id), 'utf8').replaceAll('\r\n', '\n')
}

/** Where that page lies, for an editor to open. */
export function rulePageUrl(id: string): URL {
  return pathToFileURL(join(packageRoot(), 'docs', 'rules', `${id}.md`))
}

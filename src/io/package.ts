import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** This package's own files: they lie at another depth from `src/` than from a bundle in `dist/`, so they are looked for. */
function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder)
  return folder
}

export function version(): string {
  return JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')).version
}

/** A build in `dist/` is written as a whole, so the time of one of its files stands for all; sources have one version. */
export function buildId(): string {
  return `${version()} ${statSync(fileURLToPath(import.meta.url)).mtimeMs} ${process.version}`
}

/** The page of a built-in rule, as Markdown. */
export function rulePage(id: string): string {
  return readFileSync(join(packageRoot(), 'docs', 'rules', `${id}.md`), 'utf8').replaceAll('\r\n', '\n')
}

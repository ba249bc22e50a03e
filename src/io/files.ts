import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/** Writes a report where the user said; folders on the way are made. */
export function writeReport(cwd: string, path: string, text: string): void {
  const target = resolve(cwd, path)
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, text)
}

export function readFileAt(folder: string, path: string): string {
  return readFileSync(resolve(folder, path), 'utf8')
}

/** Adds to a file that other programs write too. */
export function appendFile(path: string, text: string): void {
  appendFileSync(path, text)
}

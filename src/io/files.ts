import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/** Writes a report where the user said; folders on the way are made. */
export function writeReport(cwd: string, path: string, text: string): void {
  const target = resolve(cwd, path)
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, text)
}

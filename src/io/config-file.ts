import { existsSync } from 'node:fs'
import { join } from 'node:path'

export function exists(folder: string, path: string): boolean {
  return existsSync(join(folder, path))
}

import { parse } from 'smol-toml'
import type { Json } from '../types.ts'

/** TOML without positions: only generators' configs are read from it. `undefined` where it is not TOML; never throws. */
export function parseToml(text: string): Json | undefined {
  if (text.length > maxLength) return undefined
  try {
    return JSON.parse(JSON.stringify(parse(text, { maxDepth: 64 }))) as Json
  } catch {
    return undefined
  }
}

const maxLength = 1024 * 1024

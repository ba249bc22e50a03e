import { parse, TomlError } from 'smol-toml'
import type { Json, Range } from '../types.ts'

/** TOML without positions, as generators' configs are read. `undefined` where it is not TOML; never throws. */
export function parseToml(text: string): Json | undefined {
  if (text.length > maxLength) return undefined
  try {
    return JSON.parse(JSON.stringify(parse(text, { maxDepth: 64 }))) as Json
  } catch {
    return undefined
  }
}

/** Where a text stops being TOML, and why, in its own offsets. Never throws. */
export function tomlError(text: string): { range: Range; message: string } | undefined {
  try {
    parse(text, { maxDepth: 64 })
    return undefined
  } catch (error) {
    if (!(error instanceof TomlError)) return undefined
    const [, message = ''] = /^Invalid TOML document: ([^\n]+)/.exec(error.message) ?? []
    const lines = text.split('\n')
    const start = lines.slice(0, error.line - 1).join('\n').length + (error.line > 1 ? 1 : 0)
    const line = (lines[error.line - 1] ?? '').trimEnd()
    return { range: [start + line.search(/\S|$/), start + line.length], message }
  }
}

const maxLength = 1024 * 1024

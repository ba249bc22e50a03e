import { blankComments, stringEnd } from '../parse/comments.ts'
import { plain } from '../parse/json.ts'
import { parseToml } from '../parse/toml.ts'
import { parseYaml } from '../parse/yaml.ts'
import type { Json } from '../types.ts'

/** A generator's config: its data where it is data, and its text where it is a program, which nobody runs. */
export interface Settings {
  data: Json | undefined
  text: string
}

export function readSettings(path: string, text: string): Settings {
  if (/\.toml$/.test(path)) return { data: parseToml(text), text }
  if (/\.ya?ml$/.test(path)) return { data: yaml(text), text }
  const code = blankComments(text)
  // JSON is YAML, and the comments that some generators allow in theirs are gone.
  return { data: /\.json$/.test(path) ? yaml(code) : undefined, text: code }
}

function yaml(text: string): Json | undefined {
  const { data } = parseYaml(text)
  return data && plain(data)
}

/** The value at the end of a path of keys. */
export function setting(data: Json | undefined, ...keys: string[]): Json | undefined {
  let value = data
  for (const key of keys) {
    if (!isMapping(value) || !Object.hasOwn(value, key)) return undefined
    value = value[key]
  }
  return value
}

/** Whether a part of a config has words anywhere: a plugin may be one of a list, a key of its own, or behind a name. */
export function mentions(data: Json | undefined, words: RegExp): boolean {
  return data !== undefined && words.test(JSON.stringify(data))
}

export function isMapping(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function string(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}

export function list(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : []
}

/** A string, or the strings of a list. */
export function strings(value: Json | undefined): string[] {
  return [string(value) ?? list(value)].flat().filter((it) => typeof it === 'string')
}

/** The strings that are written out in a piece of a program. */
export function quoted(code: string): string[] {
  return [...code.matchAll(/(['"`])([^'"`]*)\1/g)].map((it) => it[2] ?? '')
}

/** `key: 'value'` in the text of a program: the first that is a plain string, or becomes one where the environment says nothing. */
export function scriptString(text: string, key: string): string | undefined {
  const literal = new RegExp(
    `(?<![\\w$])['"]?${key}['"]?\\s*:\\s*(?:process\\.env\\.\\w+\\s*(?:\\|\\||\\?\\?)\\s*)?(['"\`])([^'"\`$\\n]*)\\1`,
  ).exec(text)
  return literal ? literal[2] : constantString(text, key)
}

/** `const base = '/lids/'`, which the config has as `base`, or under another name: `baseUrl: base`. */
function constantString(text: string, key: string): string | undefined {
  const used = new RegExp(`(?<![\\w$.])['"]?${key}['"]?\\s*(?::\\s*([A-Za-z_]\\w*)\\s*)?(?=[,}])`).exec(text)
  if (!used) return undefined
  return new RegExp(`\\bconst\\s+${used[1] ?? key}\\s*=\\s*(['"\`])([^'"\`$\\n]*)\\1`).exec(text)?.[2]
}

/** What stands between the braces that open at or after `from`, strings skipped. */
export function braced(text: string, from: number): string | undefined {
  const open = text.indexOf('{', from)
  if (open < 0) return undefined
  let depth = 0
  for (let i = open; i < text.length; i++) {
    const char = text[i]
    if (char === '"' || char === "'" || char === '`') i = stringEnd(text, i)
    else if (char === '{') depth++
    else if (char === '}' && --depth === 0) return text.slice(open + 1, i)
  }
  return undefined
}

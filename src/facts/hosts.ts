import type { Host } from '../types.ts'
import type { CodeBlock } from './code.ts'

const url = /\bhttps?:\/\/([a-z0-9.-]+)/gi

/** Hosts of the URLs in code blocks; hosts with placeholders are none. */
export function hosts(blocks: CodeBlock[]): Host[] {
  return blocks.flatMap(({ value, offset }) => {
    if (!value.includes('://')) return []
    return [...value.matchAll(url)].flatMap((match) => {
      const name = match[1]?.toLowerCase().replace(/\.+$/, '') ?? ''
      const after = value[match.index + match[0].length] ?? ''
      if (name === '' || ('{<[$'.includes(after) && after !== '')) return []
      const start = match.index + match[0].length - (match[1] ?? '').length
      return [{ name, range: [offset(start), offset(start) + name.length] as const }]
    })
  })
}

import type { Cell } from './pipe-tables.ts'

/** What a cell says whose Markdown the parser does not see. */
export function contentsOf(source: string): Pick<Cell, 'text' | 'code' | 'links'> {
  return {
    text: source
      .replace(/\[([^\][]*)\]\([^()\s]*\)/g, '$1')
      // `**id^*^**`: the raised mark of what is required.
      .replaceAll('^*^', '*')
      .replace(/\*\*([^*\n]+)\*\*/g, '$1')
      .replace(/[`\\]/g, '')
      .trim(),
    code: [...source.matchAll(/`([^`\n]+)`/g)].map(([, it = '']) => it),
    links: [...source.matchAll(/\]\(([^()\s]+)\)/g)].map(([, it = '']) => it),
  }
}

import type { Call } from '../../endpoints/calls/index.ts'
import type { Slip } from './slips.ts'

/** `-d @- <<JSON`, and no line `JSON` below it: the shell waits for one, whatever another block shows. */
export function openHeredoc({ command: { heredoc, end } }: Call, value: string): Slip | undefined {
  if (!heredoc?.unclosed) return undefined
  const [mark = '', word = ''] = /<<-?[ \t]*['"]?([A-Za-z_]\w*)['"]?/.exec(value.slice(end, heredoc.start)) ?? []
  if (mark === '' || /(?:\.{3}|…)\s*$/.test(value)) return undefined
  const at = value.indexOf(mark, end)
  return {
    range: [at, at + mark.length],
    message: `the shell waits for a line "${word}", which nothing below "${mark}" is`,
    help: `write "${word}" on a line of its own below the body`,
  }
}

import picocolors from 'picocolors'
import type { Stream, Terminal } from '../io/terminal.ts'

/** FORCE_COLOR, then NO_COLOR and a dumb terminal, then whether anybody looks. */
export function hasColour({ env }: Terminal, stream: Stream): boolean {
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0'
  if (env.NO_COLOR || env.TERM === 'dumb') return false
  return stream.isTerminal
}

export function colours(terminal: Terminal, stream: Stream) {
  return picocolors.createColors(hasColour(terminal, stream))
}

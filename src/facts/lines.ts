/** A line without the blanks around it. */
export interface Line {
  start: number
  end: number
  text: string
  /** Where the line starts, its indentation included. */
  margin: number
}

/** The last line above an offset that says something, of what begins behind `from`. */
export function lineAbove(text: string, start: number, from = 0): string {
  const above = text.slice(Math.max(from, start - 300), start).trimEnd()
  return above.slice(above.lastIndexOf('\n') + 1).trimStart()
}

/** What a line says that leads to something, without the marks around it: `> **Response:**` is "Response". */
export function labelWords(line: string): string {
  return line.replace(/^[>\s*_#]+|[*_\s:：]+$/g, '')
}

/** The lines of a text that begins at an offset. */
export function linesOf(text: string, from = 0): Line[] {
  const lines: Line[] = []
  let margin = from
  for (const line of text.split('\n')) {
    const trimmed = line.trim()
    const start = margin + line.indexOf(trimmed)
    lines.push({ start, end: start + trimmed.length, text: trimmed, margin })
    margin += line.length + 1
  }
  return lines
}

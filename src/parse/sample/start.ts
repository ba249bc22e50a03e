/** Where JSON starts: at a line that opens with it, or after a label such as `Response: {`. */
const opening = /^[ \t\u00a0]*(?=["“{[])|^[ \t]*[\w "'=:-]{1,60}[:=][ \t]*(?=[{[][ \t]*$)/gm

/** The first place at or after `from` where JSON can start; undefined for none. */
export function sampleStart(text: string, from = 0): number | undefined {
  opening.lastIndex = from
  const match = opening.exec(text)
  return match ? match.index + match[0].length : undefined
}

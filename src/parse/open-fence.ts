const fence = /^[ \t]*(?:(?:[-*+>]|\d{1,9}[.)])[ \t]+)*(`{3,}(?=[^`]*$)|~{3,})/

/** The marks of the fence that is open behind a line; '' for none. */
export function codeBehind(open: string, line: string): string {
  if (open === '') return fence.exec(line)?.[1] ?? ''
  const marks = line.replace(/^[ \t>]*/, '')
  return marks.startsWith(open) && marks === open.charAt(0).repeat(marks.length) ? '' : open
}

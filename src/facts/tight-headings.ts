const tight = /^#{1,6}[^\s#]/m
const tightLines = /^(#{1,6})([^\s#][^\r\n]{0,300})/gm
const closedLines = /^(#{1,6})([^\s#][^\r\n]{0,300}#)[ \t]*$/gm

/** Which lines like `##Title` are headings, if any: all of them where the renderer says so, else those that are meant as such. */
export function tightHeadings(text: string, areTight: boolean): RegExp | undefined {
  if (!areTight) return meantAsHeadings(text)
  return tight.test(text) ? tightLines : undefined
}

/**
 * `##Title##`, twice or more, or `##Title` three times and never with a blank: whatever reads the page today, who wrote it divided
 * it so.
 */
function meantAsHeadings(text: string): RegExp | undefined {
  if (isTightThroughout(text)) return tightLines
  if (!text.includes('##\n') && !text.includes('##\r')) return undefined
  const found = text.matchAll(closedLines)
  return found.next().done || found.next().done ? undefined : closedLines
}

/** The first heading that has its blank answers for nearly all pages. */
function isTightThroughout(text: string): boolean {
  let found = 0
  for (let at = text.indexOf('\n##'); at >= 0; at = text.indexOf('\n##', at)) {
    at += 3
    while (text[at] === '#') at++
    if (/[\s\\]/.test(text[at] ?? ' ')) return false
    found++
  }
  return found >= 3
}

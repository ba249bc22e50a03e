/** A page of another site, saved as a whole under the name of Markdown: its tags and links are that site's. */
export function isHtmlPage(text: string, start = 0): boolean {
  return /^\s{0,99}<(?:!doctype\s+html|html)[\s>]/i.test(text.slice(start, start + 200))
}

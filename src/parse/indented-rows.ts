const quick = /^ {4,}\|/m
/** `---|---`: between titles and rows, and without a pipe at its edge. */
const delimiter = /^[-:]{3,}[ \t]*\|[-:| \t]+\r?$/

/**
 * `     | name | string`: to kramdown and Python-Markdown a row like the others, where CommonMark sees code that ends the table. A pipe
 * in place of its first blank makes the same cells, and offsets hold. Most pages have none, which one scan tells.
 */
export function edgedRows(text: string): string {
  if (!text.includes('    |') || !quick.test(text)) return text
  let isTable = false
  return text
    .split('\n')
    .map((line) => {
      isTable = line.includes('|') && (isTable || delimiter.test(line))
      return isTable && quick.test(line) ? `|${line.slice(1)}` : line
    })
    .join('\n')
}

/** Scripts whose characters fill two columns of a terminal, and emoji. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1faff}\u{20000}-\u{3fffd}]/u
const combining = /\p{Mn}|\p{Me}/u

/** How many columns a terminal gives a text without control characters. */
export function columnsOf(text: string): number {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: everything up to tilde is one column wide.
  if (/^[\u0000-\u007e]*$/.test(text)) return text.length
  let columns = 0
  for (const character of text) columns += columnsOfOne(character)
  return columns
}

function columnsOfOne(character: string): number {
  return combining.test(character) ? 0 : wide.test(character) ? 2 : 1
}

/** Keeps the beginning; an ellipsis stands for the rest. */
export function clipRight(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text
  return `${take([...text], columns - 1).join('')}…`
}

/** Keeps the end; an ellipsis stands for the rest. */
export function clipLeft(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text
  return `…${take([...text].reverse(), columns - 1)
    .reverse()
    .join('')}`
}

function take(characters: string[], columns: number): string[] {
  let left = columns
  let count = 0
  for (const character of characters) {
    left -= columnsOfOne(character)
    if (left < 0) break
    count++
  }
  return characters.slice(0, count)
}

/** Breaks a text at blanks; a word longer than the line stays whole, so that it can be copied. */
export function wrap(text: string, columns: number): string[] {
  const lines = ['']
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? ''
    if (line !== '' && columnsOf(line) + 1 + columnsOf(word) > columns) lines.push(word)
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`
  }
  return lines
}

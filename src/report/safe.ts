/**
 * What could move a cursor, hide text, or turn it round: control characters, bidirectional and zero-width marks,
 * tags, line separators, lone surrogates, non-characters.
 */
const unsafe =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about.
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]|[\u{e0000}-\u{e0fff}]|\p{Surrogate}/gu

/** `##[` is the older form of a command, and a CI runner finds it anywhere in a line: a `mark` of the format stands for its second sign. */
export function defused(text: string, mark: string): string {
  return text.replace(/##(?=\[|vso\[)/g, `#${mark}`)
}

/** Text of the documents, fit for a line on a terminal or in a CI log: nothing in it can act, and it is one line. */
export function safeText(text: string): string {
  const visible = text.replaceAll('\t', ' ').replace(unsafe, (it) => `\\u{${(it.codePointAt(0) ?? 0).toString(16)}}`)
  return defused(visible, '\\u{23}')
}

/** The same, with an end: messages quote what people wrote, and people write much. */
export function safeMessage(text: string, longest = 500): string {
  const safe = safeText(text)
  return safe.length > longest ? `${safe.slice(0, longest - 1)}…` : safe
}

/**
 * The last hand on human output: a CI runner takes a line that begins with `::` for a command, whatever blanks or colours
 * come first.
 */
export function seal(output: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: our own colours begin with the escape character.
  return output.replace(/^((?:[^\S\n]|\u001b\[\d+m)*):(?=:)/gm, '$1\\u{3a}')
}

import { textBefore } from '../../../text.ts'
import type { Range } from '../../../types.ts'
import { isCurl } from '../../endpoints/calls/curl.ts'
import type { Call } from '../../endpoints/calls/index.ts'
import { commonMethods } from '../../methods.ts'
import { type Slip, sourceOf } from './slips.ts'

/** A command that begins with its second line, the URL: there is no such program. */
export function noName({ nameless, url }: Call): Slip | undefined {
  if (!nameless || !url) return undefined
  const message = 'no command stands in front of the URL'
  return { range: [url.start, url.end], message, help: 'write "curl"' }
}

/** `curl -X -s`, `curl -X https://…`: what stands where the method belongs is none. */
export function noMethod({ methodWord }: Call): Slip | undefined {
  if (!methodWord || !/^(?:-{1,2}[A-Za-z]|https?:)/.test(methodWord.text)) return undefined
  const message = `curl takes "${methodWord.text}" for the method`
  return { range: [methodWord.start, methodWord.end], message, help: 'name the method in front of it' }
}

/** `curl POST https://…`: the method is one behind `-X` only. */
export function bareMethod({ command, methodWord, url, others: [next] }: Call): Slip | undefined {
  if (methodWord || !url || !aMethod.test(url.text)) return undefined
  if (!next || !/^(?:https?:\/\/|\$|[<{]|\/)/.test(next.text)) return undefined
  // `-request` was to say that it is one.
  if (command.words.some(({ text }) => oneDash.test(text))) return undefined
  const message = `curl takes "${url.text}" for a URL`
  const edits = [{ range: [url.start, url.start] as const, text: '-X ' }]
  return { range: [url.start, url.end], message, help: `write "-X ${url.text}"`, edits }
}

const aMethod = new RegExp(`^(?:${commonMethods}|OPTIONS)$`)

/** `--F`, `-request`: options of one letter have one dash, and those of a word two. */
export function wrongDashes({ command }: Call): Slip | undefined {
  const word = command.words.find(
    ({ text, start, end }) => (/^--[A-Za-z]$/.test(text) || oneDash.test(text)) && end - start === text.length,
  )
  if (!word) return undefined
  const range: Range = [word.start, word.end]
  const write = oneDash.test(word.text) ? `-${word.text}` : word.text.slice(1)
  return {
    range,
    message: `"${word.text}" is no option of curl`,
    help: `write "${write}"`,
    edits: [{ range, text: write }],
  }
}

/** `curl -u curl -u 'name:key'`: the beginning of the command once more, where an option waits for its value. */
export function commandAgain({ command: { words } }: Call): Slip | undefined {
  const at = words.findIndex(({ text }, i) => {
    const option = words[i - 1]?.text ?? ''
    return i > 1 && isCurl(text) && /^--?[A-Za-z]/.test(option) && words[i + 1]?.text === option
  })
  const [option, again, next] = words.slice(Math.max(at - 1, 0))
  if (at < 0 || !option || !again || !next) return undefined
  return {
    range: [again.start, again.end],
    message: `curl takes "${again.text}" for the value of "${option.text}", which stands here twice`,
    help: `delete "${option.text} ${again.text}"`,
    edits: [{ range: [option.start, next.start], text: '' }],
  }
}

const oneDash = /^-(?:request|header|data(?:-raw|-binary|-urlencode)?|url|user|location|insecure|silent|verbose)$/

/** `> -H "…"` below a command that has no prompt: who pastes that has a file in place of the option. */
export function secondPrompts({ command }: Call, value: string): Slip | undefined {
  const source = sourceOf(command, value)
  if (!source.includes('\n> ') || /\S[ \t]*$/.test(textBefore(value, command.start, 80))) return undefined
  const edits = Array.from(source.matchAll(/(?<=\n)> +(?=-)/g), ({ index, 0: prompt }) => {
    const at = command.start + index
    return { range: [at, at + prompt.length] as const, text: '' }
  })
  const [first] = edits
  if (!first) return undefined
  const lines = edits.length === 1 ? '' : ` (${edits.length} lines)`
  const range: Range = [first.range[0], first.range[0] + 1]
  return { range, message: `the shell writes to a file here: ">" is its prompt${lines}`, help: 'delete it', edits }
}

/** One word is a label, as many pages have it above what they send and above what comes back. */
const foreignComment = /(?:^|\n)[ \t]*(\/\/)[ \t]*[A-Za-z][\w-]*[ \t]+[A-Za-z][^\n]*\n\s*(?:\$ )?$/

/** `// This one closes the lid`, above a command: a shell takes it for another one. */
export function foreignMark({ command: { start } }: Call, value: string): Slip | undefined {
  if (!value.includes('//')) return undefined
  const above = textBefore(value, start, 200)
  const found = foreignComment.exec(above)
  if (!found) return undefined
  const at = start - above.length + above.indexOf('//', found.index)
  const range: Range = [at, at + 2]
  return { range, message: '"//" begins no comment of a shell', help: 'write "#"', edits: [{ range, text: '#' }] }
}

/** `--Authorization: "…"`, wherever the command goes on without its backslash: a header whose option was forgotten. */
export function headerAsOption({ command: { start } }: Call, value: string): Slip | undefined {
  const [head = '', name = ''] = /(?<=\s)--([A-Z][A-Za-z-]{2,40}:)(?=\s)/.exec(commandOf(value, start)) ?? []
  const at = head === '' ? -1 : value.indexOf(head, start)
  if (at < 0) return undefined
  return {
    range: [at, at + head.length],
    message: `"${head}" is no option of curl`,
    help: `write -H "${name} …"`,
  }
}

/** `-d "kiln=1%26lid=2%26pot=3"`: what parts the fields of a form is a part of the first one's value. */
export function escapedParts({ command: { start } }: Call, value: string): Slip | undefined {
  if (!value.includes('%26')) return undefined
  const found = /(?:-d|--data(?:-raw|-binary|-ascii)?)[ =]{1,3}["']?[A-Za-z_]\w*=[^\s"'&]*/.exec(
    commandOf(value, start),
  )
  const parts = found?.[0].match(/%26[A-Za-z_]\w*=/g) ?? []
  if (!found || parts.length < 2) return undefined
  const at = start + found.index + found[0].indexOf('%26')
  return {
    range: [at, at + 3],
    message: `the body is one field: "%26" does not part it from the next (${parts.length} places)`,
    help: 'write "&"',
  }
}

/** A command, and the lines below it that it was to go on with. */
function commandOf(value: string, start: number): string {
  return /^[^\n]*(?:\n[ \t]*-[^\n]*)*/.exec(value.slice(start, start + 2000))?.[0] ?? ''
}

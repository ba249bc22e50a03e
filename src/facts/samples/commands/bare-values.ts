import type { Range } from '../../../types.ts'
import type { Call } from '../../endpoints/calls/index.ts'
import type { Word } from '../../endpoints/calls/shell-words.ts'
import type { Slip } from './slips.ts'

/** `{"name":`, `[{ "name":`, on one line or on those that a backslash joins. */
const json = /^(?:[{[](?:\s|\\\s{0,9}\n){0,200}){1,4}"[^"\n]{1,200}"\s{0,9}[:,\]]/

/** `-d {"name": "Ann"}`: without quotes the shell parts the body at its blanks, and sends no quotes. */
export function bareData({ command, bodies }: Call, value: string): Slip[] {
  // Glued to its option, a body begins behind its quote.
  const body = bodies.find(
    (it) =>
      it !== command.heredoc &&
      !/['"]/.test(value.charAt(it.start - 1)) &&
      json.test(value.slice(it.start, it.start + 500)),
  )
  if (!body) return []
  const range: Range = [body.start, body.start + 1]
  return [
    { range, message: 'no quotes are around the body: the shell takes it apart', help: 'put it in single quotes' },
  ]
}

/** `> -H "…"` below a command that has no prompt: who pastes that has a file in place of the option. */
export function secondPrompts({ command }: Call, value: string): Slip[] {
  const source = value.slice(command.start, command.end)
  if (!source.includes('\n> ') || /\S[ \t]*$/.test(value.slice(Math.max(0, command.start - 80), command.start)))
    return []
  const edits = Array.from(source.matchAll(/(?<=\n)> +(?=-)/g), ({ index, 0: prompt }) => {
    const at = command.start + index
    return { range: [at, at + prompt.length] as const, text: '' }
  })
  const [first] = edits
  if (!first) return []
  const lines = edits.length === 1 ? '' : ` (${edits.length} lines)`
  const range: Range = [first.range[0], first.range[0] + 1]
  return [{ range, message: `the shell writes to a file here: ">" is its prompt${lines}`, help: 'delete it', edits }]
}

/** A command that begins with its second line, the URL: there is no such program. */
export function noName({ nameless, url }: Call): Slip[] {
  if (!nameless || !url) return []
  const message = 'no command stands in front of the URL'
  return [{ range: [url.start, url.end], message, help: 'write "curl"' }]
}

/** `curl -X -s`, `curl -X https://…`: what stands where the method belongs is none. */
export function noMethod({ methodWord }: Call): Slip[] {
  if (!methodWord || !/^(?:-{1,2}[A-Za-z]|https?:)/.test(methodWord.text)) return []
  const message = `curl takes "${methodWord.text}" for the method`
  return [{ range: [methodWord.start, methodWord.end], message, help: 'name the method in front of it' }]
}

/** `-H "Authorization Bearer 17"`: curl sends nothing that has no colon. */
const noColon =
  /^(Authorization|Accept|Content-Type|User-Agent|X(?:-[A-Za-z]+){1,5}) +(?:(?:Bearer|Basic|Token) +)?[^\s:]+$/i

/** `-H X-Token: 17`: a name, and its value behind the blank that ends the word. */
const bare = /^([A-Za-z]+(?:-[A-Za-z]+)*): +(?=[^\s\\'"-])/

/** Headers whose names and values do not come together. */
export function tornHeaders({ headers, url, others }: Call, value: string): Slip[] {
  return headers.flatMap((word): Slip[] => {
    const range: Range = [word.start, word.end]
    const name = noColon.exec(word.text)?.[1]
    if (name)
      return [{ range, message: `no colon after header "${name}": curl does not send it`, help: `write "${name}:"` }]
    const [before = '', left] = bare.exec(value.slice(word.start, word.start + 200)) ?? []
    if (left === undefined || word.text !== `${left}:`) return []
    // `-H Accept: localhost` takes a header away, and asks for what may be the only URL.
    const isValue = (it: Word | undefined) => it?.start === word.start + before.length
    if (!others.some(isValue) && !(isValue(url) && others.length > 0)) return []
    return [{ range, message: `the value of header "${left}" is no part of it`, help: 'put both in quotes' }]
  })
}

/** `"https://example.com?q="blue pots""`: the second quote closes the first, and the shell sends neither. */
export function quotesInUrl({ url }: Call, value: string): Slip[] {
  const source = url ? value.slice(url.start, url.end) : ''
  const inner = /^"https?:[^"\s]{1,500}[=:](?=")/.exec(source)?.[0].length
  if (!url || inner === undefined || !/^"[^"\s=&]{1,200}""$/.test(source.slice(inner))) return []
  const range: Range = [url.start + inner, url.start + inner + 1]
  return [{ range, message: 'this quote closes the one before the URL', help: 'put the URL in single quotes' }]
}

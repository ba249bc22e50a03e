import type { Method } from '../../../types.ts'
import { carriesBody, isCurl, takesWord } from './curl.ts'
import { type Command, commands } from './shell.ts'
import type { Word } from './shell-words.ts'

/** A call of an HTTP API from a command line. Words know where they stand in the source that was read. */
export interface Call {
  client: 'curl' | 'httpie'
  /** The word that says so is missing, and with it perhaps what stood behind it. */
  nameless?: true
  command: Command
  /** Upper case; what the client sends when nothing is said is filled in. */
  method: Method
  /** The word that names the method, where one does. */
  methodWord?: Word
  url?: Word
  /** What stands beside the URL, and is no option's: curl takes it for another URL. */
  others: Word[]
  /** Literal request bodies: not files (`@name`). */
  bodies: Word[]
  /** Form fields, `name=value` each. */
  fields: Word[]
  headers: Word[]
}

/** The curl and HTTPie calls of a script or a session. */
export function calls(source: string): Call[] {
  if (!source.includes('curl') && !source.includes('http')) return []
  const isNameless = nameless.test(source)
  if (!isNameless && !/\bcurl\b|\bhttps?[ \t]/.test(source)) return []
  return commands(source).flatMap((command, at) => {
    if (isNameless && at === 0) return [{ ...readCurl(command, command.words), nameless: true as const }]
    const first = command.words.findIndex(({ text }) => !/^(?:sudo|time|env|[A-Za-z_]\w*=.*)$/s.test(text))
    const client = command.words[first]?.text ?? ''
    const rest = command.words.slice(first + 1)
    if (isCurl(client)) return [readCurl(command, rest)]
    if (/^https?$/.test(client) && rest.length > 0) return [readHttpie(command, rest)]
    return []
  })
}

/** A URL that goes on with options of curl on the next line: the command without its first line. */
const nameless =
  /^\s{0,99}['"]?https?:\/\/[^\s'"\\]+['"]?[ \t]{0,9}\\[ \t]{0,9}\n[ \t]{0,20}(?:-[HXdFu]|--(?:header|request|data|form|user))\b/

interface Curl extends Call {
  asksHead: boolean
  asksGet: boolean
  sends: 'POST' | 'PUT' | undefined
}

function readCurl(command: Command, words: Word[]): Call {
  const call: Curl = {
    client: 'curl',
    command,
    method: 'GET',
    others: [],
    bodies: [],
    fields: [],
    headers: [],
    asksHead: false,
    asksGet: false,
    sends: undefined,
  }
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as Word
    const option = optionOf(word)
    if (!option) {
      if (call.url) call.others.push(word)
      else call.url = word
      continue
    }
    const value = option.value ?? words[i + 1]
    if (readOption(call, option.name, value) && !option.value) i++
  }
  call.method = call.methodWord?.text.toUpperCase() ?? impliedMethod(call)
  const { asksHead, asksGet, sends, ...rest } = call
  return rest
}

function impliedMethod({ asksHead, asksGet, sends }: Curl): Method {
  return asksHead ? 'HEAD' : asksGet ? 'GET' : (sends ?? 'GET')
}

/** Whether the option took its value. */
function readOption(call: Curl, name: string, value: Word | undefined): boolean {
  const flag = flags[name]
  if (flag) flag(call)
  if (flag || !value) return false
  const read = options[name] ?? (carriesBody.test(name) ? readBody : undefined)
  read?.(call, value, name)
  return read !== undefined || takesWord.has(name)
}

type Flag = (call: Curl) => void
const asksHead: Flag = (call) => {
  call.asksHead = true
}
const asksGet: Flag = (call) => {
  call.asksGet = true
}
const flags: Partial<Record<string, Flag>> = { '-I': asksHead, '--head': asksHead, '-G': asksGet, '--get': asksGet }

type ReadOption = (call: Curl, value: Word, name: string) => void
const method: ReadOption = (call, value) => {
  call.methodWord = value
}
const header: ReadOption = (call, value) => {
  call.headers.push(value)
}
const form: ReadOption = (call, value) => {
  call.fields.push(value)
  call.sends = 'POST'
}
const upload: ReadOption = (call) => {
  call.sends = 'PUT'
}
const options: Partial<Record<string, ReadOption>> = {
  '-X': method,
  '--request': method,
  '-H': header,
  '--header': header,
  '-F': form,
  '--form': form,
  '--form-string': form,
  '-T': upload,
  '--upload-file': upload,
  '--url': (call, value) => {
    call.url = value
  },
}

const readBody: ReadOption = (call, value, name) => {
  call.sends = 'POST'
  if (!value.text.startsWith('@') || name === '--data-raw') call.bodies.push(value)
  else if (value.text === '@-' && call.command.heredoc) call.bodies.push(call.command.heredoc)
}

/**
 * An option and the value written onto it (`-XPOST`, `--request=POST`). Word processors turn `--` into a dash, and the
 * reader who copies that has other worries than ours: it is still the option that it was. Of `-sSX` the last letter counts.
 */
function optionOf(word: Word): { name: string; value?: Word } | undefined {
  const { text } = word
  if (!/^[-–—]./.test(text)) return undefined
  const long = /^(?:--|—|–(?=[a-z]{2}))([a-z][a-z0-9-]*)(=?)/.exec(text)
  if (long) {
    const name = `--${long[1]}`
    return long[2] ? { name, value: tail(word, long[0].length) } : { name }
  }
  const letters = /^[-–][a-zA-Z#]*?([dFHXTAbcCDeEKmoPQrtuUwxyYz]|[IG](?![a-z])|$)/.exec(text)
  if (!letters) return { name: text }
  const name = `-${letters[1] || text.at(-1)}`
  return letters[0].length < text.length && !/[IG]$/.test(name)
    ? { name, value: tail(word, letters[0].length) }
    : { name }
}

function tail(word: Word, from: number): Word {
  return {
    ...word,
    text: word.text.slice(from),
    start: word.offset(from),
    offset: (at) => word.offset(at + from),
  }
}

/** `http [flags] [METHOD] URL [item…]`; items that are sent make it a POST. */
function readHttpie(command: Command, words: Word[]): Call {
  const call: Call = { client: 'httpie', command, method: 'GET', others: [], bodies: [], fields: [], headers: [] }
  const plain: Word[] = []
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as Word
    if (word.text === '--') {
      // All behind it is what it looks like without its dash.
      plain.push(...words.slice(i + 1))
      break
    }
    if (!word.text.startsWith('-')) plain.push(word)
    else if (word.text.startsWith('--raw=')) call.bodies.push(tail(word, 6))
    else if (word.text === '--raw' && words[i + 1]) call.bodies.push(words[++i] as Word)
    else if (httpieTakesWord.test(word.text)) i++
  }
  if (/^[A-Z]{3,10}$/.test(plain[0]?.text ?? '')) call.methodWord = plain.shift()
  call.url = plain.shift()
  call.headers = plain.filter(({ text }) => /^[^\s:=@]+:(?!=)/.test(text))
  const sends = call.bodies.length > 0 || plain.some(({ text }) => /^[^\s:=@]+(?::?=(?!=)|@)/.test(text))
  call.method = call.methodWord?.text ?? (sends ? 'POST' : 'GET')
  return call
}

const httpieTakesWord =
  /^(?:-a|--auth|-A|--auth-type|-o|--output|--session|--verify|--timeout|-p|--print|-s|--style|--pretty)$/

import type { Nodes } from 'mdast'
import { rangeOf } from '../../parse/points.ts'
import { leading } from '../../text.ts'
import type { Range } from '../../types.ts'
import { isHttpMethod } from '../methods.ts'
import type { PlacedName } from './stated.ts'

/** A name that may be a scope, and how it is set off from the text around it. */
export interface ScopeName extends PlacedName {
  /** In inline code; else by its shape alone. */
  code: boolean
  /** Nothing but other names and separators stands before it. */
  leading: boolean
  /** Only other names and separators stand between it and the first name. */
  first: boolean
  /** In parentheses, or past the first sentence. */
  aside: boolean
}

interface Piece {
  code: boolean
  value: string
  range: Range
}

const separators = /[\s,;|+]+|(?<=\s)[/&](?=\s)|<br\s*\/?>/
/** `users`, `users.read`, `users:*`, and `users[email]`: a part of what another scope grants. */
const name = /^[A-Za-z][\w.:*/-]*[\w*](?:\[[a-z]\w*\])?$/
/** `oauth:scope` stands for a scope in a template of pages. */
const placeholder = /(?:^|[._:-])scopes?$/i
/** `orders:create/delete`: two names in one. */
const severalVerbs = /[:.](?:create|read|write|update|delete|list|view|edit|get)(?:\/[a-z]+)+$/i
const urlName = /^https:\/\/[\w.-]+\/[\w./-]+$/
const conjunction = /^(?:or|and|and\/or|also)$/i
/** Only shapes that prose does not have: `a.b`, `a:b`, `A_B`. */
const inText =
  /(?<![\w./@:-])(?:[A-Za-z][\w-]+(?:[.:][A-Za-z*][\w*-]+)+|[A-Z][A-Z0-9]+(?:_[A-Z0-9]+)+)(?:\[[a-z]\w*\])?(?![\w/(@[])/g
const fileOrHost =
  /\.(?:com|org|net|io|dev|html?|md|markdown|json|ya?ml|js|ts|py|xml|pdf|png|csv|txt|js|php|aspx?)$|^www\./i

/** `KICK_MEMBERS *`: the mark of a footnote. A star that belongs to the name stands beside a letter or a colon. */
const footnote = /\s+\*{1,3}$|\s*[†‡]$/
/** `Rooms.Read.All*`: no pattern ends in the middle of such a word. */
const starred = /(?<=^[A-Z]\w*(?:\.[A-Z]\w*)+)\*$/

/** What follows is one of many, `for example `x``, or a condition: `if `override` is set`. */
const exemplary = /(?:\bfor example|\be\.g\.|\bsuch as|\bfor instance|\b(?:if|when|unless))[\s,:(]*$/i

/** What follows is asked of nobody: `must not have `sub``, `without `sub``. */
const denied =
  /\b(?:(?:not|never) (?:have|hold|carry|contain|include|be given|be granted|grant|use|need|require)|without|cannot (?:have|hold|carry|contain|include)|no)(?: (?:an?|the|any|scopes?|claims?|permissions?)){0,2}[\s*_]*$/i
/** What goes on in the sense of what it follows. */
const onward = /^[\s,/]*(?:n?or|and)?[\s,/]*$/i

/** Whether a name has parts, as few ordinary words in code have. */
export function hasParts(it: string): boolean {
  return /[A-Za-z0-9](?:[.:][A-Za-z*]|\[[a-z])/.test(it)
}

/** The scopes that a paragraph, an item or a cell may name: its inline code, else words of a telling shape. */
export function namesIn(node: Nodes, text: string): ScopeName[] {
  return namesAmong(piecesOf(node), text, 0)
}

/** Those that its parts name, whichever is asked for. */
export function namesByPart(node: Nodes, text: string): (part: Range) => ScopeName[] {
  const all = piecesOf(node)
  const before = (offset: number) => leading(all, ({ range }) => range[0] < offset)
  return ([start, end]) => {
    const pieces = all.slice(before(start), before(end))
    // The words that a part begins with may be the end of a piece that begins before it: `administrators (the `x` permission)`.
    const lead = pieces[0] ? text.slice(start, pieces[0].range[0]) : ''
    return namesAmong(pieces, text, /\w[^()]*\(\s*\w[^()]*$/.test(lead) ? 1 : 0)
  }
}

/** `depth`: how many parentheses are open before the first piece. */
function namesAmong(pieces: Piece[], text: string, depth: number): ScopeName[] {
  const found: ScopeName[] = []
  const around: Around = { leading: true, first: true, depth, ended: false, example: false }
  // What stands behind the last code says nothing of any.
  for (const piece of pieces.slice(0, pieces.findLastIndex(({ code }) => code) + 1)) {
    if (!piece.code) readAround(piece.value, around, found.length > 0)
    else {
      const { leading, first, depth, ended } = around
      const names = around.example ? [] : codeNames(piece, text)
      for (const { name, range } of names)
        found.push({ name, range, code: true, leading, first, aside: depth > 0 || ended })
      if (names.length === 0) around.leading = false
      if (around.example) around.first = false
    }
  }
  return found.length > 0
    ? found
    : textNames(
        pieces.filter(({ code }) => !code),
        text,
      )
}

interface Around extends Pick<ScopeName, 'leading' | 'first'> {
  /** How many parentheses are open. */
  depth: number
  /** The first sentence is over. */
  ended: boolean
  /** What follows is one of many, a condition, or asked of nobody. */
  example: boolean
}

/** What the words between two names say of the next one. */
function readAround(words: string, around: Around, named: boolean): void {
  if (/[^\s,;/|+&*_<>()-]/.test(words.replace(/\b(?:or|and)\b/gi, ''))) {
    around.leading = false
    if (named) around.first = false
  }
  if (/\.\s/.test(words)) around.ended = true
  around.example = exemplary.test(words) || denied.test(words) || (around.example && onward.test(words))
  for (const char of words) {
    if (char === '(') around.depth++
    else if (char === ')') around.depth = Math.max(0, around.depth - 1)
  }
}

function codeNames({ value, range }: Piece, text: string): PlacedName[] {
  if (/[={}<>"'()$%\\]/.test(value.replace(/<br\s*\/?>/g, ''))) return []
  // A symbol of Ruby's is a name behind a colon.
  const words = value.split(separators).flatMap((it) => (it === '' || conjunction.test(it) ? [] : it.replace(/^:/, '')))
  if (words.length > 12 || words.some((it) => !isName(it))) return []
  return locate(words, range, text)
}

/** Whether a word can be the name of a scope, and of nothing else that pages write so. */
export function isName(word: string): boolean {
  if (urlName.test(word)) return true
  if (placeholder.test(word) || severalVerbs.test(word)) return false
  return name.test(word) && !word.includes('//') && !isHttpMethod(word) && !fileOrHost.test(word) && word.length <= 120
}

function textNames(pieces: Piece[], text: string): ScopeName[] {
  const plain = { code: false, first: true, aside: false }
  const [only, more] = pieces.filter(({ value }) => value.trim() !== '')
  const alone = only && !more ? only.value.trim().replace(footnote, '').replace(starred, '') : ''
  if (only && isName(alone) && !conjunction.test(alone))
    return locate([alone], only.range, text).map((it) => ({ ...it, ...plain, leading: true }))
  return pieces.flatMap((piece) => {
    const found = Array.from(untemplated(piece.value).matchAll(inText), ([it]) => it.replace(starred, ''))
    const words = found.filter((it) => !fileOrHost.test(it))
    // `**pots.read** - what it grants`
    const isHead = (it: string) => piece === only && it === piece.value.trim()
    return locate(words, piece.range, text).map((it) => ({ ...it, ...plain, leading: isHead(it.name) }))
  })
}

/** `{% data variables.product.name %}`, `{{ site.name }}`: the template's own names. */
function untemplated(text: string): string {
  return text.includes('{') ? text.replace(/\{[{%][^{}]{0,300}\}/g, ' ') : text
}

/** Where each word stands in the source; one that an escape hides there is left out. */
function locate(words: string[], [start, end]: Range, text: string): PlacedName[] {
  const found: PlacedName[] = []
  let from = start
  for (const word of words) {
    const at = text.indexOf(word, from)
    if (at < 0 || at + word.length > end) continue
    found.push({ name: word, range: [at, at + word.length] })
    from = at + word.length
  }
  return found
}

/** Text and inline code, in order. */
function piecesOf(node: Nodes): Piece[] {
  const pieces: Piece[] = []
  const stack: Nodes[] = [node]
  for (let next = stack.pop(); next; next = stack.pop()) {
    const range = rangeOf(next)
    if (range && (next.type === 'text' || next.type === 'inlineCode')) {
      pieces.push({ code: next.type === 'inlineCode', value: next.value, range })
    } else if ('children' in next && next.type !== 'list') {
      for (let i = next.children.length - 1; i >= 0; i--) stack.push(next.children[i] as Nodes)
    }
  }
  return pieces
}

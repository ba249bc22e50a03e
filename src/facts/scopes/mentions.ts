import type { Nodes, Parent, Strong } from 'mdast'
import type { Scope } from '../../types.ts'
import { type Syntax, textOf } from '../syntax.ts'
import { hasParts, namesIn } from './names.ts'
import { asScope, type PlacedName, type Stated, statement } from './stated.ts'

const behindCode = /`\)?\s*\[?(?:\w+\s)?(?:scope|permission|capabilit|privilege)/gi
const beforeCode = /`(?<=\b(?:scope|permission)s?:?\s`)/gi
const quoteInBold = ['"**', '”**']
const behindQuotes = /["”]\*\*\s*\[?(?:\w+\s)?(?:scope|permission)/gi
const between = /^\s*(?:,|,?\s*(?:or|and|and\/or|&)|\/|\+)\s*$/i
/** Browsers and databases have capabilities and privileges as well: theirs are single words. */
const after =
  /^\s*(?:\)\s*)?(?:oauth2?\s|api\s|role\s)?(?:scopes?|permissions?|(capabilit(?:y|ies)|privileges?))\b(?!-)/i
/** ``requires the scope `x` ``. */
const calledSo = /\b(?:scope|permission)s?:?\s+$/i
/** ``give `node` permission to listen``: the one who is given it. */
const given = /\bgiv(?:e|es|en|ing)\s+$/i
const quoted = /^["“]([A-Za-z][\w.:-]{2,60})["”]$/
const demanded = /^[^.;:]{0,40}\b(?:is|are)\s+(?:required|needed)\b/i
const demands = /\b(?:requires?|requiring|needs?|must have|require both)\b[^.;:]{0,60}$/i

/** `` requires the `x` scope ``, `` added the `x` and `y` permissions ``, ``with the scope `x:read` ``: names right beside the word. */
export function mentions(syntax: Syntax): Stated[] {
  const ways = quoteInBold.some((it) => syntax.text.includes(it))
    ? [behindCode, beforeCode, behindQuotes]
    : [behindCode, beforeCode]
  // One look at a page costs less than one at each of its cells.
  const places = ways.flatMap((it) => Array.from(syntax.text.matchAll(it), ({ index }) => index))
  return (['paragraph', 'tableCell'] as const).flatMap((type) =>
    syntax.holding(type, places).flatMap(({ node, section, range }) => {
      const source = syntax.text.slice(...range)
      if (ways.every((it) => source.search(it) < 0)) return []
      return emphasised(node)
        .flatMap(runs)
        .map(({ names, before, isWeak, isDemanded }) => {
          const role: Scope['role'] = isDemanded || demands.test(before) ? 'required' : 'mention'
          const scopes = names
            .flatMap((it) => (it.type === 'strong' ? quotedName(it, syntax.text) : namesIn(it, syntax.text)))
            .filter(({ name }) => !isWeak || hasParts(name))
            .map(asScope(role, section))
          const stated = role === 'required' ? { ...statement(range, section, scopes), isSentence: true } : undefined
          return { scopes, statement: stated }
        })
    }),
  )
}

/** `requires the **"Trade"** permission`: bold alone is emphasis, and quotes in it say that this is a name. */
function quotedName({ position, children: [only] }: Strong, text: string): PlacedName[] {
  const name = only?.type === 'text' ? quoted.exec(only.value)?.[1] : undefined
  const at = name === undefined ? -1 : text.indexOf(name, position?.start.offset)
  return name === undefined || at < 0 ? [] : [{ name, range: [at, at + name.length] }]
}

/** A paragraph, and the sentences in it that stand in bold or italics as a whole. */
function emphasised(node: Parent): Parent[] {
  return [node, ...node.children.flatMap((it) => (it.type === 'strong' || it.type === 'emphasis' ? it : []))]
}

interface Run {
  names: Nodes[]
  before: string
  isWeak: boolean
  /** "The `x` scope is required". */
  isDemanded: boolean
}

/** Inline code, one or several in a row, beside the word; what follows may be a link whose text begins with it. */
function runs({ children }: Parent): Run[] {
  const found: Run[] = []
  let names: Nodes[] = []
  let before = ''
  for (const [at, child] of (children as Nodes[]).entries()) {
    if (child.type === 'inlineCode' || isQuoted(child)) names.push(child)
    else if (names.length === 0 || !leadsOn(child, children[at + 1])) {
      if (names.length > 0) found.push(...runOf(names, before, child))
      names = []
      before = child.type === 'text' ? child.value : ''
    }
  }
  return names.length > 0 ? [...found, ...runOf(names, before)] : found
}

/** The word behind the names; or before them, where many a word in code stands, so that only a name with parts is one. */
function runOf(names: Nodes[], before: string, behind?: Nodes): Run[] {
  const word = behind && !given.test(before) ? wordOf(behind) : undefined
  if (word) return [{ names, before, isWeak: word[1] !== undefined, isDemanded: demanded.test(word.input) }]
  return calledSo.test(before) ? [{ names, before, isWeak: true, isDemanded: false }] : []
}

/** To the next name, or to the link that says what the names are. */
function leadsOn(node: Nodes, next: Nodes | undefined): boolean {
  return node.type === 'text' && (between.test(node.value) || (isLink(next) && node.value.trim() === ''))
}

function wordOf(node: Nodes): RegExpExecArray | null {
  return node.type === 'text' || isLink(node) ? after.exec(textOf(node)) : null
}

function isQuoted(node: Nodes): boolean {
  return node.type === 'strong' && node.children.length === 1 && quoted.test(textOf(node))
}

function isLink(node: Nodes | undefined): boolean {
  return node?.type === 'link' || node?.type === 'linkReference'
}

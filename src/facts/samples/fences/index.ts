import { fenceContainers } from '../../../parse/fence-containers.ts'
import { placeOf } from '../../../parse/places.ts'
import { startOfLine } from '../../../text.ts'
import type { Fence } from '../../../types.ts'
import { commonMethods } from '../../methods.ts'
import type { CodeBlock } from '../blocks/code.ts'
import { beginsWithCurl } from '../commands/clients.ts'
import { contentOf, firstInk } from './content.ts'
import { cutOff } from './cut-off.ts'
import { endsCode } from './ends.ts'
import { isHeaded, withoutHeadsAlone } from './heads.ts'
import { isInHtmlFence } from './html-fences.ts'
import { openingOf } from './opening.ts'
import { shownEnd } from './shown-end.ts'
import { swallowed } from './swallowed.ts'
import { unbalanced } from './unbalanced.ts'

/** Fenced blocks: what they say they hold, what they hold, and whether somebody forgot to close them. */
export function fences(text: string, blocks: CodeBlock[]): Fence[] {
  const fenced = blocks.filter((it) => it.fenced)
  const read = fenced.map((block, at) => fence(text, block, fenced[at - 1], fenced[at + 1], blocks))
  const all = unbalanced(text, fenced, leftOpen(text, withoutHeadsAlone(read, fenced)))
  // Behind marks that are no pair, others are none for no other reason.
  const first = all.findIndex((it) => it.swallows || it.cutOff || it.ends)
  const found = all.map((it, at) => {
    const isSwallowed = it.swallows?.isFence && all[at - 1]?.swallows && /^[ \t]*\n/.test(fenced[at]?.value ?? '')
    if (isSwallowed) return { ...it, swallows: undefined, closing: undefined }
    return it.ends && at > first ? { ...it, ends: undefined } : it
  })
  const cuts = new Set(found.flatMap(({ cutOff }) => cutOff?.[0] ?? []))
  if (cuts.size === 0) return found
  // What the end of one opens is not to be told once more.
  return found.map((it) => (cuts.has(firstInk(text, it.range[0])) ? { ...it, swallows: undefined } : it))
}

/** The end of what holds a fence closes it where nothing else does. */
function leftOpen(text: string, all: Fence[]): Fence[] {
  const open = fenceContainers(text).flatMap((it) => (it.isOpen ? [[it.closing[0], it] as const] : []))
  if (open.length === 0) return all
  const byEnd = new Map(open)
  return all.map((it) => {
    const around = byEnd.get(startOfLine(text, it.range[1]))
    return around ? { ...it, swallows: { title: around.label, range: around.closing, isEnd: true } } : it
  })
}

function fence(
  text: string,
  block: CodeBlock,
  before: CodeBlock | undefined,
  next: CodeBlock | undefined,
  blocks: readonly CodeBlock[],
): Fence {
  const { range, section } = block
  const { marks, word, language, languageRange } = openingOf(text, block)
  const cut = cutOff(text, block, marks)
  const last = shownEnd(text, block, marks)
  const swallows = swallowed(text, block, next, marks)
  const unseen = swallows.swallows ? undefined : unseenLine(`${word} ${block.meta}`, block.value)
  const isBare = language === ''
  const ends = isBare ? endsCode(text, before, range[0], swallows.swallows !== undefined) : undefined
  const isTags = isBare && (swallows.swallows || ends) && isInHtmlFence(text, range[0], blocks)
  const again = isBare ? reopened(text, block, marks) : undefined
  return {
    range,
    section,
    language,
    languageRange,
    holds: beginsWithCurl(block.value) ? 'shell' : contentOf(block),
    ...(language === 'json' && isHeaded(block.value) && { headed: true }),
    ...(unseen && { unseen }),
    ...(cut && { cutOff: cut }),
    ...(last && { shownEnd: last }),
    ...(!isBare && block.value === '' && isLastLine(text, range[0]) && { isLast: true }),
    ...again,
    ...(isTags ? {} : ends ? { ends } : swallows),
  }
}

/** Marks with a language close no block, so the page ends in the middle of one. */
function isLastLine(text: string, start: number): boolean {
  return !text.slice(start).trim().includes('\n')
}

/** Who shows how fences are written has another pair of marks right below, or a longer one around. */
function reopened(
  text: string,
  { value, range, offset }: CodeBlock,
  marks: string,
): Pick<Fence, 'reopened'> | undefined {
  const [, name] = /^(json|xml|ya?ml)[ \t]*\n\s*\S/i.exec(value) ?? []
  if (name !== undefined) return { reopened: { mark: name, range: placeOf([0, name.length], offset), isName: true } }
  const [, mark = ''] = /^((?:`{3,}|~{3,})[a-z]\w*)[ \t]*\n/i.exec(value) ?? []
  if (mark === '' || !mark.startsWith(marks) || mark[marks.length] === marks[0]) return undefined
  if (/^\s{0,8}(?:```|~~~)/.test(text.slice(range[1], range[1] + 20))) return undefined
  return { reopened: { mark, range: placeOf([0, mark.length], offset) } }
}

/** Code that begins on the line of the marks, where no renderer shows it. */
function unseenLine(line: string, below: string): Fence['unseen'] {
  const found = firstLines.find(({ pattern }) => pattern.test(line))?.is
  // `curl -s` may say what the command below is.
  return found === 'command' && below.trim() !== '' && !/https?:\/\/|\\$/.test(line) ? undefined : found
}

/** `{.json}` and `{ #kiln }` are attributes. */
const firstLines: { is: NonNullable<Fence['unseen']>; pattern: RegExp }[] = [
  { is: 'command', pattern: /^(?:curl|wget|http) +(?:-{1,2}[A-Za-z]|['"]?https?:)/ },
  { is: 'request', pattern: new RegExp(`^(?:${commonMethods}) +(?:/|https?:)`) },
  { is: 'bracket', pattern: /^(?:[{[]+|\{"\S.*) *$/ },
]

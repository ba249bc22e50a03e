import { sectionsAround } from '../../../facts/sections.ts'
import { getOrAdd, shelve } from '../../../grouped.ts'
import { member, text } from '../../../parse/json.ts'
import { isMistyped } from '../../../spelling.ts'
import type { Document, Range, Sample } from '../../../types.ts'
import { once } from '../../once.ts'
import type { WrongProcedure } from '../../types/calls.ts'
import type { Project } from '../../types/project.ts'

/** So many sections whose calls name what their titles say are a custom, where few do otherwise; of a slip, one of them tells enough. */
const many = 3
const most = 4

/** `createTag` below `updateTag`: what was copied from another section, or is a letter off. */
export function indexProcedures(project: Project): (document: Document) => readonly WrongProcedure[] {
  const all = once(() => judged([...project.documents.values()].flatMap(calledIn)))
  return (document) => all().get(document) ?? []
}

/** What a section that is titled after a procedure calls. */
interface Called {
  document: Document
  section: number
  title: string
  calls: { name: string; at: Range }[]
}

function judged(all: readonly Called[]): Map<Document, WrongProcedure[]> {
  const isOwn = ({ title, calls }: Called) => calls.some(({ name }) => name === title)
  const own = new Set(all.filter(isOwn).map(({ title }) => title))
  const titles = new Set(all.map(({ title }) => title))
  const isSlip = ({ title, calls: [first] }: Called) =>
    first !== undefined && !titles.has(first.name) && isMistyped(first.name, title)
  const wrong = all.filter((it) => !isOwn(it))
  const right = all.length - wrong.length
  const isCustom = right >= many && right >= most * wrong.filter((it) => !isSlip(it)).length
  const found = new Map<Document, WrongProcedure[]>()
  if (right === 0) return found
  for (const it of wrong) {
    const { document, section, title, calls } = it
    const [first] = calls
    const titleRange = document.facts.sections[section]?.heading
    if (!first || !titleRange || !(isSlip(it) || (isCustom && own.has(first.name)))) continue
    shelve(found, document, { at: first.at, called: first.name, documented: title, titleRange })
  }
  return found
}

/** A word with a mark in it, or a hump: `eth_call`, `Tags.List`, `createTag`; `Node.js` is a language. */
const procedure =
  /^(?!.{1,40}\.(?:js|ts|py|rs|net|io|sh|json)$)[A-Za-z][A-Za-z\d]*(?:[._/][A-Za-z\d]+)+$|^[a-z]+[A-Z]\w*$/

function calledIn(document: Document): Called[] {
  const { sections, samples } = document.facts
  const found = new Map<number, Called>()
  for (const it of samples) {
    const call = callOf(it)
    if (!call) continue
    const at = sectionsAround(sections, it.section).find((around) => procedure.test(titleOf(sections[around]?.title)))
    if (at === undefined) continue
    const called = getOrAdd(found, at, () => ({
      document,
      section: at,
      title: titleOf(sections[at]?.title),
      calls: [],
    }))
    called.calls.push(call)
  }
  return [...found.values()]
}

function titleOf(title = ''): string {
  return title.replaceAll('`', '').trim()
}

/** What an answer or a notification tells is no call. */
function callOf({ json }: Sample): { name: string; at: Range } | undefined {
  const method = member(json, 'jsonrpc') && member(json, 'method')
  const name = text(method)
  const isAsked = member(json, 'id') !== undefined && member(json, 'result') === undefined
  return method && name !== undefined && isAsked ? { name, at: method.range } : undefined
}

import { sectionsAround } from '../../../facts/sections.ts'
import { getOrAdd, shelve } from '../../../grouped.ts'
import { member, text } from '../../../parse/json.ts'
import { isMistyped } from '../../../spelling.ts'
import type { Document, Range, Sample } from '../../../types.ts'
import { once } from '../../once.ts'
import type { WrongProcedure } from '../../types/calls.ts'
import type { Project } from '../../types/project.ts'

/** So many sections whose calls name what their titles say are a custom, where few do otherwise. */
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
  const own = all.filter(isOwn)
  const others = all.filter((it) => !isOwn(it))
  const found = new Map<Document, WrongProcedure[]>()
  if (own.length < many || own.length < most * others.length) return found
  const documented = new Set(own.map(({ title }) => title))
  for (const { document, section, title, calls } of others) {
    const [first] = calls
    const titleRange = document.facts.sections[section]?.heading
    if (!first || !titleRange || !(documented.has(first.name) || isMistyped(first.name, title))) continue
    shelve(found, document, { at: first.at, called: first.name, documented: title, titleRange })
  }
  return found
}

/** A word with a mark in it, or a hump: `eth_call`, `tags.list`, `createTag`. */
const procedure = /^[a-z][a-z\d]*(?:[._/][A-Za-z\d]+)+$|^[a-z]+[A-Z]\w*$/

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

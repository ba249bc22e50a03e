import { counted } from '../../grouped.ts'
import { startOfLine } from '../../text.ts'
import type { Section } from '../../types.ts'
import { exampleWords, isExample } from '../examples.ts'
import { sectionsAround, titleWords } from '../sections.ts'
import type { Syntax } from '../syntax.ts'
import type { Candidate, Role } from './candidate.ts'
import { fillsIn } from './filled-in.ts'
import { isConcreteValue, isTemplate } from './parameters.ts'
import { isOpenHost } from './request-line.ts'
import { documentedUrls } from './urls.ts'

const defining =
  /\btemplates?\b|^(?:https? |resource |request |api )?(?:ur[il]s?|endpoints?|paths?|routes?)(?: used)?:?$|^https? requests?$|^definition$|^operation$|^syntax$|^supported (?:http )?methods?/i
/** "Request syntax:", "请求语法", right above a message: what follows is filled in below. */
const formal = /^\W{0,4}(?:request )?(?:syntax|definition|请求(?:语法|格式)|语法)\W{0,6}$/iu
/** "The request is made as follows:" may well be the definition, as long as it is not filled in; "The API is as follows:" always is. */
const following = /^(?!.*\b(?:api|endpoint|route|ur[il])s?\b).*\bas follows\b/is
const announcing = new RegExp(
  `${exampleWords}|\\b(?:for instance|e\\.g\\.|looks? (?:something )?like|such as(?=[^.]*$))\\b`,
  'i',
)

/** What the headings around a section say that its endpoints are, if they say anything. */
type Headings = ReadonlyMap<number, Role | undefined>

/** Decides what an endpoint is for by its heading chain, its host and values, and the line above it. */
export function roleOf(syntax: Syntax, candidates: readonly Candidate[]): (it: Candidate) => Role {
  const headings: Headings = new Map(candidates.map((it) => [it.section, byHeadings(syntax.sections, it.section)]))
  const isOnlyRow = onlyRows(syntax, candidates)
  const isDocumented = documentedUrls(syntax.sections, candidates)
  const isCall = callsAmong(syntax, candidates, headings)
  return (it) => {
    const heading = headings.get(it.section)
    if (isOnlyRow(it) || (heading !== 'sample' && isFormal(syntax, it))) return 'definition'
    if (it.role !== undefined) return it.role
    if (isHostAlone(it)) return 'mention'
    if (it.form === 'url') return urlRole(it, heading, isDocumented)
    return (heading && headedRole(syntax, it, heading)) ?? (isCall(it) ? 'sample' : 'definition')
  }
}

/** A message that is filled in is sent, whatever its heading says; and below "Example", a label may still name what is documented. */
function headedRole(syntax: Syntax, it: Candidate, heading: Role): Role | undefined {
  const isConcrete = isConcreteHost(it.host)
  const isFilled = hasConcreteValue(it.path)
  if (heading === 'definition') return it.form === 'message' && isConcrete && isFilled ? 'sample' : 'definition'
  return isConcrete || isFilled || !isLabelled(syntax, it) ? 'sample' : undefined
}

/** Whether a request that no heading names is sent, and not documented: by how it is written, and by what else the page has. */
function callsAmong(syntax: Syntax, candidates: readonly Candidate[], headings: Headings): (it: Candidate) => boolean {
  // Where a document defines paths without a host, a concrete host marks a sample.
  const isRelative = candidates.some(
    (it) =>
      it.role === undefined &&
      it.host === undefined &&
      it.method !== undefined &&
      headings.get(it.section) !== 'sample',
  )
  // Where headings name the definitions, a whole message elsewhere is a sample.
  const isHeaded = [...headings.values()].includes('definition')
  // A page that shows nothing but sessions documents its endpoints by them, whatever announces one.
  const isOfSessions = candidates.every((it) => it.session || it.role !== undefined)
  const isFurther = furtherExamples(syntax, candidates)
  const echoes = echoesOf(syntax.text, candidates)
  const isRequest = requestsOf(syntax, candidates)
  const isFilledIn = fillsIn(syntax.sections, candidates)
  return (it) => {
    const isFilled = hasConcreteValue(it.path)
    if (isConcreteHost(it.host) && (isFilled || isRelative || isFurther(it))) return true
    if (it.form === 'message' && (it.host !== undefined || isFilled || isHeaded)) return true
    return echoes.has(it.range[0]) || (!isOfSessions && isAnnounced(syntax, it)) || isRequest(it) || isFilledIn(it)
  }
}

/** `Method | Path | Description` below "Endpoint", and one row: whatever is said of it, a list of one is none. */
function onlyRows({ sections }: Syntax, candidates: readonly Candidate[]): (it: Candidate) => boolean {
  const tables = counted(candidates.flatMap(({ form, block }) => (form === 'table' ? block : [])))
  return ({ block, role, section }) =>
    role === 'row' && tables.get(block) === 1 && /^(?:(?:api|http) )?endpoint$/i.test(titleWords(sections[section]))
}

/** Where something is, and no endpoint, whatever is sent there. */
function isHostAlone({ host, path, form }: Candidate): boolean {
  return path === '/' && (form === 'url' || ((form === 'line' || form === 'message') && isConcreteHost(host)))
}

const requestLabel = /^\W*(?:http )?(?:requests?|请求|requête|solicitud|requisição|anfrage|запрос)\W*$/iu

/** A message in a block of its own, right below the label "Request", in a section that has documented its endpoint before. */
function requestsOf(syntax: Syntax, candidates: readonly Candidate[]): (it: Candidate) => boolean {
  const documented = new Map<number, number>()
  for (const it of candidates)
    if (it.method !== undefined && /^(?:code|text|heading|label|element)$/.test(it.form) && it.role === undefined)
      documented.set(it.section, Math.min(documented.get(it.section) ?? it.block, it.block))
  return (it) =>
    (it.form === 'line' || it.form === 'message') &&
    (documented.get(it.section) ?? it.block) < it.block &&
    requestLabel.test(blockAbove(syntax, it))
}

/** How a request line ends that is sent and not only named. */
const sent = /^ HTTP\/\d/

/** Messages that show what the call before them sends: `GET /orders HTTP/1.1` below `http shop.example.com/orders`. */
function echoesOf(text: string, candidates: readonly Candidate[]): ReadonlySet<number> {
  const found = new Set<number>()
  for (const [at, it] of candidates.entries()) {
    const call = candidates[at - 1]
    const isBehind = call !== undefined && call.section === it.section && call.block !== it.block
    if (!isBehind || !isConcreteHost(call.host) || it.host !== undefined) continue
    const isCall = call.form === 'curl' || call.form === 'httpie'
    if (!isCall || call.method !== it.method || call.path !== it.path) continue
    if (it.form === 'message' || sent.test(text.slice(it.range[1], it.range[1] + 10))) found.add(it.range[0])
  }
  return found
}

/** Where one request of a section is announced as an example, the next that is written in the same way goes on with it. */
function furtherExamples(syntax: Syntax, candidates: readonly Candidate[]): (it: Candidate) => boolean {
  let examples: ReadonlyMap<number, Candidate> | undefined
  return (it) => {
    examples ??= firstExamples(syntax, candidates)
    const example = examples.get(it.section)
    return example !== undefined && example.form === it.form && example.host === it.host && example.block < it.block
  }
}

function firstExamples(syntax: Syntax, candidates: readonly Candidate[]): ReadonlyMap<number, Candidate> {
  const found = new Map<number, Candidate>()
  for (const it of candidates)
    if (!found.has(it.section) && isConcreteHost(it.host) && isAnnounced(syntax, it)) found.set(it.section, it)
  return found
}

/** A URL without a method states an endpoint where a heading or the rest of the page says so: else it might be any link, or a file. */
function urlRole(it: Candidate, heading: Role | undefined, isDocumented: (it: Candidate) => boolean): Role {
  const open = it.host !== undefined && !isConcreteHost(it.host)
  if (heading === 'definition' || (heading === undefined && (open || isDocumented(it)))) return 'definition'
  return heading === 'sample' && it.host !== undefined ? 'sample' : 'mention'
}

/** The nearest heading that says either; what stands further up is about more than this. */
function byHeadings(sections: readonly Section[], from: number): Role | undefined {
  for (const at of sectionsAround(sections, from)) {
    const title = titleWords(sections[at])
    if (isExample(title)) return 'sample'
    if (defining.test(title)) return exemplified(sections, at) ? 'sample' : 'definition'
  }
  return undefined
}

/** `### Example` above `#### URI`: the example's own parts. */
function exemplified(sections: readonly Section[], from: number): boolean {
  const parent = sections[sections[from]?.parent ?? 0]
  return parent !== undefined && parent.depth > 1 && isExample(parent.title)
}

function isConcreteHost(host: string | undefined): boolean {
  return host !== undefined && !isOpenHost(host)
}

function hasConcreteValue(path: string): boolean {
  return path.split('/').some(isConcreteValue)
}

function isFormal(syntax: Syntax, it: Candidate): boolean {
  return it.form === 'message' && !hasConcreteValue(it.path) && formal.test(blockAbove(syntax, it))
}

/** The block above, in the same section. */
function blockAbove({ text, sections }: Syntax, { block, section }: Candidate): string {
  const above = text.slice(Math.max(sections[section]?.heading[1] ?? 0, block - 200), block).trimEnd()
  return above.split(/\n\r?\n/).at(-1) ?? ''
}

/** `**Endpoint:** \`POST /pots\``: what it is called on its line. */
function isLabelled({ text }: Syntax, { range: [start], form }: Candidate): boolean {
  const before = text.slice(startOfLine(text, start), start).replace(/[^\w\s]/g, '')
  return form === 'label' || defining.test(before.trim())
}

/** It says that an example follows. */
function isAnnounced(syntax: Syntax, it: Candidate): boolean {
  const last = blockAbove(syntax, it)
  const announces = announcing.test(last) || (following.test(last) && !isTemplate(it))
  // What ends in three marks is code, and announces nothing.
  return last.length < 200 && announces && /(?:[:._*]|(?<!``)`)\s*$/.test(last)
}

import type { Parents } from 'mdast'
import { isHistory, isTemplate } from '../../../paths.ts'
import { byStart } from '../../../text.ts'
import type { Placeholder, Range, Section } from '../../../types.ts'
import { type Located, type Syntax, textOf } from '../../syntax.ts'
import { chatMarks } from './chat-marks.ts'
import { columnOf, dates } from './columns.ts'
import { emptyLists } from './empty-lists.ts'
import { emptySamples } from './empty-samples.ts'
import { exportedHeadings } from './exported-headings.ts'
import { isOneOfMany } from './items.ts'
import { leftOpen } from './left-open.ts'
import { missingSamples } from './missing-samples.ts'
import { productStates } from './product-states.ts'
import { emptyTables, templateRows } from './template-rows.ts'
import { templateTexts } from './template-texts.ts'
import { unanswered } from './unanswered.ts'

/** All of a paragraph, an item or a cell. */
const whole =
  /^[[(*_]*@?(?:to ?do|tb[acd]|fixme|xxx|lorem ipsum\b.*|to be (?:defined|determined|decided|added|written|completed|documented|done)|(?:add |insert |your )?(?:text|content|description|title) here|placeholder(?: text)?|(?:text|description|explanation|documentation|examples?)(?: (?:and|or) (?:text|description|explanation|documentation|examples?)){0,2} goe?s? here|placeholder ?(?:--|[–—:]) .{0,100}\bto be (?:added|defined|provided|written)(?: here| later| soon)?|(?:#?(?:(?:code|curl|json|postman|request|response|swagger) )?examples? here\s{0,5}){1,3})[\])*_]*[.:…!]*$/i
/** Words that are capitals only where somebody left them for later. */
const leading =
  /^(?:\/\/ ?)?@?(?:TODO|FIXME|TBD|XXX)\b(?:\s*[:(–—-]| (?:add|check|clarify|complete|describe|document|explain|fill|finish|fix|insert|link|mention|remove|rename|replace|rewrite|test|translate|update|verify|write)\b)/
/** `ToDo: say how`; and what writers tell each other. */
const beforeColon =
  /^(?:(?:[Tt]o[Dd]o|[Ff]ix[Mm]e):+|(?:[Ee]diting [Nn]ote|[Nn]ote to (?:the )?(?:writers?|authors?|editors?|reviewers?|self)):) [A-Za-z]/
const within =
  /\((?:TODO|TBD|FIXME|TBC|(?:[Aa]dd |[Ii]nsert )?[Dd]escription (?:goes )?here|(?:[ÀàAa]|[Pp]or) d[ée]finir|(?:[ÀA]|POR) D[ÉE]FINIR|[Dd]a definire|[Nn]och zu definieren|[Tt]e bepalen|[Ll]enke kommer(?: senere| snart)?|[Ll]änk kommer|[Ll]ink (?:folgt|to follow|to come)|[Ll]ien à venir|[Ee]nlace pendiente)\)|[(（](?:待定|待补充|未定)[)）]|（(?:TODO|TBD|FIXME|TBC)）|\blorem ipsum dolor\b|(?<![^\s|])(?:application|audio|image|multipart|text|video)\/\?{3}(?![^\s|;,])|(?<=[\w`]{3}[.!?)] )(?:TODO|FIXME):(?= ?[A-Za-z])|\[[^[\]\n]{0,100}\b(?:will|to) be (?:added|provided|inserted) (?:here|later|soon)\]|\[[Nn]ote to (?:the )?(?:writers?|authors?|editors?|reviewers?|self)\b[^[\]\n]{0,200}\]/
/** `(TODO: link)`, `(where???)`; what has changed may well have been left for later. */
const note = /\([*_]{0,2}(?:TODO|FIXME): [^()\n]{1,80}\)|\([A-Za-z]{2,20}(?: [A-Za-z]{1,20}){0,3} ?\?{3}\)/

/** `fired *TODO: say how hot*`: a note in the middle of a text, which its emphasis parts from the text. */
const emphasised = /(?<=[\w.,;:)] \(?)(\*{1,2}|__?)(?:TODO|FIXME): ?[A-Za-z][^*_`]{2,200}\1(?!\w)/

/** What `within` and `note` do not go without; it looks back from what closes them, which is rare. */
const marks =
  /[):）](?<=(?:TODO|FIXME)[):）]|TB[CD][)）]|(?:escription (?:goes )?here|[eé]finire?|efinieren|epalen|[ÉE]FINIR|(?:enke|änk) kommer(?: senere| snart)?|ink (?:folgt|to follow|to come)|ien à venir|ace pendiente)\))|待(?:定|补充)|未定|\?\?\?(?:\)|(?<=\/\?\?\?))|\[[Nn]ote to |lorem ipsum dolor|be (?:added|provided|inserted) /
/** How the source of the others begins. */
const opening =
  /[\s#|[(*_`~>@/]{0,100}(?:[<&!\\]|to ?do|tb[acd]|fixme|xxx|lorem|editing note|note to |to be |add |insert |your |placeholder|(?:(?:code|curl|json|postman|request|response|swagger) )?(?:text|content|title|description|explanation|documentation|examples?) (?:and|or|go|here))/iy

/** A list of what is to do, and stories, whose components show anything. */
const forLater = /(?:^|\/)to-?do\b[^/]*$|\.stories\.mdx$/i
/** `# {{name}}`: what is made of the page has another title. */
const namedLater = /\{\{|<%=|\$\{/

/** Whether others copy the page and fill it in, or make theirs of it. */
function isForLater({ path, sections }: Syntax): boolean {
  return forLater.test(path) || isTemplate(path) || namedLater.test(sections[1]?.title ?? '')
}

/** Whether a text is nothing but a note that somebody is to write it. */
export function isUnwritten(text: string): boolean {
  return text.length < 200 && (whole.test(text) || leads(text))
}

function leads(text: string): boolean {
  return leading.test(text) || beforeColon.test(text)
}

/** Text that stands for text that nobody wrote yet. Comments and code are not shown to readers, or mean something else. */
export function placeholders(syntax: Syntax): Placeholder[] {
  if (isForLater(syntax)) return []
  // Whatever is not inside a text is how the text begins: that is asked without a copy of it.
  const anywhere = marks.test(syntax.text)
  const isShown = showsFiller(syntax)
  const stands = isHistory(syntax.path) ? standsAlone : standsAnywhere
  const mayStand = ({ range }: Located) => (anywhere || mayOpen(syntax.text, range[0])) && range[1] - range[0] <= 2000
  const isLeft = (it: Located) =>
    (stands(textOf(it.node).trim()) || (anywhere && isEmphasised(it, syntax))) &&
    !isMeant(it, syntax) &&
    !(isShown && filler.test(syntax.text.slice(...it.range)))
  const notes = (['paragraph', 'tableCell', 'heading'] as const).flatMap((type) =>
    (syntax.all(type) as Located[]).filter((it) => mayStand(it) && isLeft(it)),
  )
  const states = productStates(syntax, notes)
  const found: Placeholder[] = emptySamples(syntax)
  for (const it of notes)
    if (!states.has(it)) found.push({ range: amid(syntax.text, it.range) ?? inner(syntax.text, it.range) })
  found.push(...templateRows(syntax).map((row) => ({ range: inner(syntax.text, row) })))
  found.push(...emptyTables(syntax).map((range) => ({ range, isRow: true as const })))
  return [
    ...found,
    ...exportedHeadings(syntax),
    ...templateTexts(syntax),
    ...chatMarks(syntax),
    ...leftOpen(syntax),
    ...missingSamples(syntax),
    ...emptyLists(syntax),
    ...unanswered(syntax),
  ].sort(byStart)
}

/**
 * A column or a property may well be called "Placeholder", and a list of what is to do "TODO"; what is all code shows how
 * something looks, and a date that nobody knows yet is to be determined.
 */
function isMeant(it: Located, { sections, text: source }: Syntax): boolean {
  const { node, parent, section } = it
  // `` `TODO`: left for later `` explains a word: whoever leaves something for later does not write it as code.
  if ('children' in node && beginsWithCode(node)) return !holdsNote(textOf(node))
  if ('children' in node && (isLinkToList(node) || isPicture(node))) return true
  if (node.type === 'heading') {
    const title = textOf(node).trim()
    return (
      /^placeholder$/i.test(title) ||
      (/^to ?do$/i.test(title) && !(title === title.toUpperCase() && isEmpty(sections[section], source)))
    )
  }
  if (parent?.node.type === 'listItem') return isOneOfMany(textOf(node).trim(), parent)
  if (node.type !== 'tableCell') return false
  const column = columnOf(it)
  const text = textOf(node).trim()
  // The first column has the names of what the others describe, and what is to be announced somebody decides elsewhere.
  if (!column || /^tba$/i.test(text) || (column.at === 0 && /^(?:[Pp]laceholder|PLACEHOLDER|[Tt]odo)$/.test(text)))
    return true
  return column.header !== undefined && dates.test(textOf(column.header))
}

/** Whether nothing stands below a heading, not even another one. */
function isEmpty(section: Section | undefined, text: string): boolean {
  return section !== undefined && text.slice(section.heading[1], section.range[1]).trim() === ''
}

/** Below the code that makes a list of lorem ipsum stands how it looks. */
function showsFiller(syntax: Syntax): boolean {
  return filler.test(syntax.text) && syntax.all('code').some(({ node }) => filler.test(node.value))
}

const filler = /lorem ipsum/i

/** Code, or a link whose text is code. */
function beginsWithCode({ children: [first] }: Parents): boolean {
  return first?.type === 'inlineCode' || (first?.type === 'link' && first.children[0]?.type === 'inlineCode')
}

/** `[TODO](TODO.md)` leads to the list itself, and `[Example here](pot.md)` to what there is. */
function isLinkToList(node: Parents): boolean {
  const [first, more] = node.children
  if (first?.type !== 'link' || more !== undefined) return false
  return /to-?do/i.test(first.url) || / here$/i.test(textOf(node))
}

function isEmphasised({ range }: Located, { path, text }: Syntax): boolean {
  return !isHistory(path) && emphasised.test(text.slice(...range))
}

/** What was to do when a release was made stays in its notes. */
function standsAlone(text: string): boolean {
  return whole.test(text) || within.test(text)
}

function standsAnywhere(text: string): boolean {
  return whole.test(text) || leads(text) || holdsNote(text)
}

function holdsNote(text: string): boolean {
  return within.test(text) || note.test(text)
}

/** `![placeholder](pot.png)`: what a picture is called is no text that waits for another, since there is the picture. */
function isPicture({ children: [first, more] }: Parents): boolean {
  return first?.type === 'image' && more === undefined && /^placeholder/i.test(first.alt ?? '')
}

function mayOpen(text: string, at: number): boolean {
  opening.lastIndex = at
  return opening.test(text)
}

/** The mark itself, where it stands in the middle of a text. */
function amid(text: string, [start, end]: Range): Range | undefined {
  const source = text.slice(start, end)
  // "**TODO:** say which" reads as one word, and is written as several.
  const mark =
    within.exec(source) ?? note.exec(source) ?? emphasised.exec(source) ?? /\b(?:TODO|FIXME):(?=\*\*)/.exec(source)
  return mark ? [start + mark.index, start + mark.index + mark[0].length] : undefined
}

/** A cell or a row without its bars and blanks. */
function inner(text: string, [start, end]: Range): Range {
  const source = text.slice(start, end)
  const before = source.length - source.replace(/^[|\s]+/, '').length
  return [start + before, start + source.replace(/[|\s]{1,200}$/, '').length]
}

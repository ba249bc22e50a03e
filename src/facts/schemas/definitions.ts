import { textBefore } from '../../text.ts'
import type { Field, Range, Schema } from '../../types.ts'
import { linesOf } from '../lines.ts'
import type { Syntax } from '../syntax.ts'
import { tagsOf } from '../tags.ts'
import { announcesFields, announcesParameters, roleBelow } from './announcements.ts'
import { typeIn } from './bullet-types.ts'
import { describedField } from './descriptions.ts'
import { markdownOf } from './html.ts'
import { areConstants, fieldNames } from './names.ts'
import { readType } from './types.ts'

/** A name, and what the page says of it. */
interface Definition {
  term: string
  nameRange: Range
  /** Where the form has a place for it. */
  typeText?: string
  description: string
  range: Range
  section: number
}

/**
 * Names with their meaning below them: `name`, and `: what it is` on the next line, `<dt>` and `<dd>`, or a paragraph for each
 * that begins with its name and its type.
 */
export function definitionSchemas(syntax: Syntax): Schema[] {
  const groups: Definition[][] = []
  for (const it of [...inMarkdown(syntax), ...inHtml(syntax), ...inParagraphs(syntax)]) {
    const last = groups.at(-1)
    if (last?.[0]?.section === it.section) last.push(it)
    else groups.push([it])
  }
  return groups.flatMap((group) => schemaOf(syntax, group))
}

function schemaOf({ sections }: Syntax, group: Definition[]): Schema[] {
  const [first] = group
  const last = group.at(-1)
  if (!first || !last) return []
  const fields = group.flatMap(fieldsOf)
  const title = sections[first.section]?.title ?? ''
  const typed = fields.filter(({ typeText }) => typeText !== '').length
  // A glossary defines words, too: what has neither types nor a title that says so is one.
  const isSchema = announcesParameters.test(title) || announcesFields.test(title) || typed * 2 > fields.length
  if (!isSchema || areConstants(fields) || new Set(fields.map(({ range }) => range[0])).size < group.length) return []
  const range: Range = [first.range[0], last.range[1]]
  // Words without types explain some names, and need not list them all.
  return [
    { form: 'list', role: roleBelow(title), range, section: first.section, fields, open: typed * 2 <= fields.length },
  ]
}

function fieldsOf({ term, nameRange, description, range, ...known }: Definition): Field[] {
  const code = /^`([^`]+)`/.exec(term)?.[1]
  const text = (code ?? term).replace(/[*_`]{2}|`/g, '').replace(/^:/, '')
  const said = description.replace(/^(?:\{\{[^{}]{0,40}\}\}|[\s*_(]|\b(?:required|optional)\b[.:,)]?)+/i, '')
  const spoken = typeIn(` ${said}`) || (/^array of [\w ]{1,40}/i.exec(said)?.[0] ?? '')
  const typeText = known.typeText ?? spoken
  return (/\s/.test(text) && !code ? [] : fieldNames({ text, code: [] })).map((path) =>
    describedField({ path, range, nameRange, typeText, typeRange: range }, description),
  )
}

function inMarkdown(syntax: Syntax): Definition[] {
  if (!syntax.text.includes('\n: ') && !syntax.text.includes('\n:\t')) return []
  return syntax.all('paragraph').flatMap(({ range, section }) => {
    const lines = linesOf(syntax.text.slice(...range), range[0])
    const [first, second] = lines
    // `:id` is a term, too: a parameter as the path writes it.
    if (!first || !second?.text.startsWith(':') || /^:(?!\w)/.test(first.text)) return []
    const found: Definition[] = []
    for (const [i, { text, start, end }] of lines.entries()) {
      if (!/^:[ \t]/.test(text)) continue
      const before = lines[i - 1]
      const last = found.at(-1)
      if (before && !/^:[ \t]/.test(before.text) && (!last || before.start > last.range[0])) {
        const nameRange: Range = [before.start, before.end]
        found.push({
          term: before.text,
          nameRange,
          description: text.slice(1).trim(),
          range: [before.start, end],
          section,
        })
      } else if (last) {
        last.description += ` ${text.slice(1).trim()}`
        last.range = [last.range[0], Math.max(end, start)]
      }
    }
    return found
  })
}

const nameAndType = /^(`[^`\n]{1,80}`) (?:\*\*|__)([^*_\n]{1,60})(?:\*\*|__)(?:\\| {2,9})?(?=[\r\n]|$)/

const nameAndRemark = /^(`[^`\n]{1,80}`) \(([^()\n]{1,60})\)(?=[\r\n:]|\s+[-–—]|$)/

/** `` `name` **type** `` or `` `name` (type) `` on a line, and what it is behind it or on the next. */
function inParagraphs(syntax: Syntax): Definition[] {
  if (!['` **', '` __', '` ('].some((it) => syntax.text.includes(it))) return []
  return syntax.all('paragraph').flatMap(({ range, section, parent }) => {
    if (syntax.text[range[0]] !== '`' || parent?.node.type !== 'root') return []
    const source = syntax.text.slice(...range)
    const [line = '', term = '', typeText = ''] = nameAndType.exec(source) ?? typedRemark(source) ?? []
    if (line === '') return []
    const nameRange: Range = [range[0], range[0] + term.length]
    const isType = !/^(?:required|optional)\b/i.test(typeText)
    const description = `${isType ? '' : `**${typeText}** `}${source.slice(line.length).trim()}`
    return [{ term, nameRange, typeText: isType ? typeText : '', description, range, section }]
  })
}

function typedRemark(source: string): string[] | undefined {
  const [line = '', term = '', remark = ''] = nameAndRemark.exec(source) ?? []
  const type = remark.replace(/[:,].*/, '').trim()
  return line !== '' && readType(type).kinds ? [line, term, type] : undefined
}

function inHtml(syntax: Syntax): Definition[] {
  if (!syntax.text.includes('<dt')) return []
  const found: Definition[] = []
  let term: { text: string; range: Range } | undefined
  let open: { name: string; start: number } | undefined
  for (const { name, closing, range: at, section } of listTags(syntax)) {
    if (open) {
      const range: Range = [open.start, at[0]]
      const text = markdownOf(syntax.text.slice(...range)).trim()
      if (open.name === 'dt') term = { text, range }
      else if (term) {
        const all: Range = [term.range[0], range[1]]
        found.push({ term: term.text, nameRange: term.range, description: text, range: all, section })
        term = undefined
      }
    }
    open = closing || name === 'dl' ? undefined : { name, start: at[1] }
  }
  return found
}

/** The tags of lists of definitions, those left out that stand in the middle of a line. */
function listTags(syntax: Syntax): { name: string; closing: boolean; range: Range; section: number }[] {
  let isInLine = false
  return tagsOf(syntax).flatMap(({ tag: { name: written, closing, range }, section }) => {
    const name = written.toLowerCase()
    if (name === 'dl') isInLine = !closing && standsInLine(syntax.text, range[0])
    return !isInLine && /^d[ltd]$/.test(name) ? [{ name, closing, range, section }] : []
  })
}

/** In the middle of a line a list belongs to what the line is about: the values of a field. */
function standsInLine(text: string, at: number): boolean {
  return /[^\s>][ \t]*$/.test(textBefore(text, at, 80))
}

import { counted, grouped } from '../../src/grouped.ts'
import { defineRule, insert, suggest } from '../../src/rule.ts'
import type { Document, Finding, InertLine, UnclosedElement } from '../../src/types.ts'

export default defineRule({
  summary: 'An HTML element is never closed and swallows what follows, or Markdown is shown as text.',
  severity: 'error',

  *check(document, { project }) {
    const { path, facts } = document
    yield* strange(document)
    yield* slips(document)
    yield* crossed(document)
    const lines = project.pages.inertLines(document)
    yield* loose(
      document,
      lines.filter((it) => it.in === 'stars'),
    )
    yield* lines.filter((it) => it.in !== 'stars').map((it) => inert(document.text, it))
    if (facts.unclosed.length === 0) return
    const elements = facts.unclosed.filter((it) => !it.isContainer)
    const isPart = project.pages.isFragment(path) || facts.includes.some((it) => !it.literal)
    if (!isPart && containers.has(project.site(path).generator)) yield* openContainers(document)
    const told = (it: UnclosedElement) => it.slip !== undefined || it.late !== undefined || it.isTag
    yield* elements.filter((it) => it.isTag).map(openTag)
    for (const { range, name, endedBy, isEnd } of elements.filter((it) => !told(it))) {
      // An end may belong to what another part has opened.
      if (isPart && (isEnd || (!endedBy && project.pages.isEndedElsewhere(document, name)))) continue
      if (isEnd) {
        const message = `</${name}> ends an element that is not open`
        yield { at: range, severity: 'warning', message, help: 'delete it', fix: suggest(range, '') }
        continue
      }
      yield {
        at: range,
        // Where it leads nowhere, what it swallows looks as ever.
        severity: name === 'a' ? 'warning' : undefined,
        message: endedBy ? `<${name}> is still open where <${endedBy}> ends` : `<${name}> is never closed`,
        help: `close it with </${name}>`,
      }
    }
  },
})

function openTag({ range, name }: UnclosedElement): Finding {
  const help = `close it with {% end${name} %}`
  return { at: range, severity: 'warning', message: `{% ${name} %} is never closed`, help }
}

function openContainers({ facts }: Document): Finding[] {
  const open = facts.unclosed.filter((it) => it.isContainer)
  return open.map(({ range, name }) => ({
    at: range,
    severity: 'warning',
    message: `"${name}" is never closed: all that follows is part of it`,
    help: 'close it with ":::"',
  }))
}

/** Who reads lines of `:::`. */
const containers: ReadonlySet<string> = new Set(['vitepress', 'vuepress', 'rspress', 'docusaurus', 'starlight'])

function inert(text: string, { in: place, range }: InertLine): Finding {
  const [start, end] = range
  const line = text.slice(start, end).trimEnd()
  const shown = line.length > 60 ? `${line.slice(0, 60)}…` : line
  const found = { at: range, severity: 'warning' as const }
  if (place === 'html') {
    const message = `"${shown}" is shown as text: the HTML above it goes on to the next empty line`
    return { ...found, message, help: 'put an empty line between them', fix: insert({ at: start, text: '\n' }) }
  }
  if (place === 'code') {
    const name = line.replaceAll('\\', '')
    const message = `"${line}" is shown with its backslash, and "${name}" elsewhere: code has no escapes`
    return { ...found, message, help: `write "${name}"`, fix: suggest(range, name) }
  }
  if (place === 'entity') {
    const message = `"${line}" is shown as it is written: an entity ends with a semicolon`
    return { ...found, message, help: `write "${line};"`, fix: insert({ at: end, text: ';' }) }
  }
  if (place === 'item') {
    const message = `"${shown}" is shown as text: a list's number has a blank behind it`
    return { ...found, message, fix: insert({ at: start + line.indexOf('.') + 1, text: ' ' }) }
  }
  if (place === 'title stars' || place === 'open stars')
    return { ...found, message: `"${shown}" is shown with its stars: ${whatStarsLack(place, line)}` }
  if (place === 'joined') {
    const message = `"${shown}" has no break at its end, as the lines around it have: the next one goes on with it`
    return { ...found, message, help: 'end it as they end' }
  }
  if (place === 'head') {
    const message = `"${shown}" is shown as text: it opens no block, since its title is not all`
    return { ...found, message, help: 'end the line behind the title' }
  }
  if (place === 'tab') {
    const message = `the tab "${line.replace(/^\S+ "|"$/g, '')}" is empty: the code below it is not indented, and stands behind it`
    return { ...found, message, help: 'indent that code by four blanks' }
  }
  const behind = start + line.search(/[^#]/)
  const message = `"${shown}" is shown as text, and is no heading`
  return { ...found, message, help: 'put a blank behind the "#"', fix: insert({ at: behind, text: ' ' }) }
}

/** `** Required **`: who writes it so has the habit, and hears of it once a page. */
function* loose({ path, text }: Document, all: readonly InertLine[]): Generator<Finding> {
  const [first, ...others] = all
  if (!first) return
  const [start, end] = first.range
  const line = text.slice(start, end).trimEnd()
  const bold = (it: string) => `**${it.slice(2, -2).trim()}**`
  const places = others.length === 0 ? '' : ` (${all.length} places)`
  yield {
    at: first.range,
    severity: 'warning',
    message: `"${line}" is shown with its stars${places}`,
    help: `write "${bold(line)}"`,
    related: others.slice(0, 9).map(({ range: at }) => ({ path, at, message: 'and here' })),
    fix: {
      safety: 'suggestion',
      edits: all.map(({ range }) => ({ range, text: bold(text.slice(...range).trimEnd()) })),
    },
  }
}

function whatStarsLack(place: InertLine['in'], line: string): string {
  if (place === 'title stars') return `nothing ${line.endsWith('**') ? 'opens' : 'closes'} them`
  if (line.startsWith('***')) return 'three open, and two close'
  return line.startsWith('**') ? 'nothing closes them' : 'one is missing'
}

/** A table says by itself what is wrong with its rows, and a tag with its quotes, whatever the page is a part of. */
function* slips({ facts }: Document): Generator<Finding> {
  for (const { range, name, slip } of facts.unclosed) {
    const [at] = range
    const end = `</${name}>`
    const found = { at: range, severity: 'warning' as const }
    if (slip === 'open row')
      yield { ...found, message: '<tr> is never closed, as other rows are', help: `close it with ${end}` }
    if (slip === 'meant as end')
      yield { ...found, message: `<${name}> stands where ${end} was meant`, fix: suggest(range, end) }
    if (slip === 'no bracket')
      yield { ...found, message: `"/${name}>" is shown as text`, help: `write ${end}`, fix: insert({ at, text: '<' }) }
    if (slip === 'no bracket in code')
      yield { ...found, message: `"/${name}>" ends nothing`, help: `write ${end}`, fix: suggest(range, end) }
    if (slip === 'open quote') yield { ...found, message: `a quote in <${name}> is never closed`, help: 'close it' }
    if (slip === 'curly quotes')
      yield { ...found, message: `"${name}" has typographic quotes, and XML knows none`, help: 'write straight ones' }
  }
}

/** End tags in the wrong order show the page as it is meant: a habit, told once. */
function* crossed({ path, facts }: Document): Generator<Finding> {
  const late = facts.unclosed.filter((it) => it.late)
  for (const [names, [first, ...more]] of grouped(
    late,
    ({ name, endedBy }) => `</${name}> stands behind </${endedBy}>`,
  )) {
    if (!first?.late) continue
    const places = more.length === 0 ? '' : ` (${more.length + 1} places)`
    yield {
      at: first.late,
      severity: 'warning',
      message: `${names}, which ends what is around it${places}`,
      help: `close <${first.name}> first`,
      related: [{ path, at: first.range, message: 'opened here' }],
    }
  }
}

/** Whoever shows as many, one in fifty lines or more, shows code that is not marked as such. */
const many = { tags: 12, lines: 50 }

/** A placeholder that is a tag to everybody but its author; a page that says it often has the habit once. */
function* strange({ text, facts }: Document): Generator<Finding> {
  const seen = counted(facts.strangeTags.map(({ tag }) => tag))
  const [first] = facts.strangeTags
  if (first && seen.size > many.tags && text.split('\n').length < seen.size * many.lines) {
    yield {
      at: first.range,
      severity: 'warning',
      message: `"${first.tag}" and ${seen.size - 1} others are read as HTML elements, and not shown`,
      help: 'put them in code',
    }
    return
  }
  for (const { tag, range } of facts.strangeTags) {
    const places = seen.get(tag)
    if (!seen.delete(tag)) continue
    yield {
      at: range,
      severity: 'warning',
      message: `"${tag}" is read as an HTML element, and not shown${places === 1 ? '' : ` (${places} places)`}`,
      help: `write "\\${tag}", or put it in code`,
      fix: insert({ at: range[0], text: '\\' }),
    }
  }
}

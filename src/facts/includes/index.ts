import { getOrAdd } from '../../grouped.ts'
import { items, member, text } from '../../parse/json.ts'
import { isTemplate } from '../../paths.ts'
import type { IncludeSpec } from '../../site/include-spec.ts'
import { fromUser, mechanism, mechanisms } from '../../site/mechanisms.ts'
import { isMarkdown } from '../../site/urls.ts'
import { byStart } from '../../text.ts'
import type { Dialect, FrontMatter, Include, Range } from '../../types.ts'
import { rawBlocks } from '../pages/liquid.ts'
import { ranges } from '../ranges.ts'
import { isInSpan } from '../spans.ts'
import type { Syntax } from '../syntax.ts'
import { selector } from './selectors.ts'

/** Everything that a document pulls in, in the order of the text; lists in front matter come last, as they are appended. */
export function includes(syntax: Syntax, frontMatter: FrontMatter | undefined, dialect: Dialect): Include[] {
  const body = frontMatter?.range[1] ?? 0
  const found: Include[] = []
  // Most pages include nothing, and need not know where an include would not count.
  let dead: ReturnType<typeof deadZones> | undefined
  for (const spec of recognisers(dialect)) {
    if (!spec.hints.some((it) => syntax.text.includes(it))) continue
    for (const match of matches(spec, syntax.text)) {
      if (match.range[0] < body) continue
      dead ??= deadZones(syntax)
      if (!dead(spec, match.range[0])) found.push(...read(spec, match))
    }
  }
  return [...found.sort(byStart), ...frontMatterIncludes(frontMatter)]
}

/** `includes:` of Slate, Shins and their kin: a list of names or paths, in order. */
function frontMatterIncludes(frontMatter: FrontMatter | undefined): Include[] {
  return items(member(frontMatter?.data, 'includes')).flatMap((item) => {
    const target = text(item)?.trim()
    return target ? [{ mechanism: 'front-matter', range: item.range, target, targetRange: item.range }] : []
  })
}

interface Live extends IncludeSpec {
  /** The user's own: the pattern is run on one line at a time. */
  byLine?: true
}

const known = new WeakMap<Dialect, Live[]>()

/** A site's own mechanisms; without a site, those that nothing else looks like. */
function recognisers(dialect: Dialect): Live[] {
  return getOrAdd(known, dialect, () => {
    const specs: Live[] = dialect.includes.flatMap((name) => mechanism(name) ?? [])
    if (dialect.anySite) for (const it of mechanisms) if (it.unmistakable) specs.push({ ...it, inCode: false })
    for (const it of dialect.custom ?? []) specs.push({ ...fromUser(it), byLine: true })
    return specs
  })
}

/** A group of a match, and where it stands in the document. */
interface Piece {
  text: string
  at: number
}

interface Match extends Partial<Record<'target' | 'lines' | 'part', Piece>> {
  range: Range
}

const longestLine = 2000

function* matches({ pattern, byLine }: Live, text: string): Iterable<Match> {
  // Behind a byte order mark, the first line begins.
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0
  const body = start > 0 ? text.slice(start) : text
  if (!byLine) {
    for (const match of body.matchAll(pattern)) yield located(match, start)
    return
  }
  for (const line of body.split('\n')) {
    const own = line.endsWith('\r') ? line.slice(0, -1) : line
    if (own.length <= longestLine) for (const match of own.matchAll(pattern)) yield located(match, start)
    start += line.length + 1
  }
}

function located(match: RegExpExecArray, start: number): Match {
  const piece = (name: string, index?: number): Piece | undefined => {
    const text = match.groups?.[name] ?? (index === undefined ? undefined : match[index])
    const range = match.indices?.groups?.[name] ?? (index === undefined ? undefined : match.indices?.[index])
    return text === undefined || range === undefined ? undefined : { text, at: start + range[0] }
  }
  const at = start + match.index
  return {
    range: [at, at + match[0].length],
    target: piece('target', match.groups ? undefined : 1),
    lines: piece('lines'),
    part: piece('part'),
  }
}

function read(spec: Live, { range, target, lines, part }: Match): Include[] {
  if (lines) return eachLine(spec, lines, range)
  if (!target) return []
  return [include(spec, target, range, part && spec.part && selector(spec.part, part.text, part.at))]
}

/** A block that names one file on each line; `;` comments a line out. */
function eachLine(spec: Live, lines: Piece, range: Range): Include[] {
  const found: Include[] = []
  let start = lines.at
  for (const line of lines.text.split('\n')) {
    const [, blank = '', text = '', part] = /^(\s*)((?:https?:)?[^\s;:][^:]*)(?::(.*))?$/.exec(line.trimEnd()) ?? []
    const at = start + blank.length
    const end = at + text.length
    const asked = part !== undefined && spec.part ? selector(spec.part, part, end + 1) : undefined
    if (text !== '') found.push(include(spec, { text, at }, found.length === 0 ? range : [at, end], asked))
    start += line.length + 1
  }
  return found
}

function include(spec: Live, { text, at }: Piece, range: Range, asked: Include['selector']): Include {
  const target = text.trimEnd()
  const code = spec.literal === 'files' ? !isMarkdown(target) : spec.literal === true
  return {
    mechanism: spec.name,
    range,
    target,
    targetRange: [at, at + target.length],
    ...(asked && { selector: asked }),
    ...(code && { literal: true as const }),
  }
}

/** Where a mechanism is not live: inline code always, since there it is shown; fences and comments where Markdown comes first. */
function deadZones(syntax: Syntax): (spec: IncludeSpec, at: number) => boolean {
  // What a fence of that name holds is no code: Docusaurus takes the marks off, which other tools see.
  const blocks = syntax.all('code').filter(({ node }) => node.lang !== 'mdx-code-block')
  const code = ranges(blocks.map((it) => it.range))
  const comments = ranges(
    syntax.all('html').flatMap(({ range }) => (syntax.text.startsWith('<!--', range[0]) ? [range] : [])),
  )
  const raw = ranges(rawBlocks(syntax.text))
  // What a template says to writers in a comment is not even built.
  const toWriters = isTemplate(syntax.path) ? comments : ranges([])
  return (spec, at) => {
    if (raw.at(at) || toWriters.at(at)) return true
    if (spec.name !== 'gatsby' && isInSpan(syntax, at)) return true
    if (spec.inCode) return false
    const block = code.at(at)
    if (block) return spec.kind !== 'fence' || syntax.text.slice(block[0], at).trim() !== ''
    return comments.at(at) !== undefined && !spec.pattern.source.startsWith('<!--')
  }
}

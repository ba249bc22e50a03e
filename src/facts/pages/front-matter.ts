import { findFrontMatter } from '../../parse/front-matter.ts'
import { tomlError } from '../../parse/toml.ts'
import { parseYaml } from '../../parse/yaml.ts'
import type { FrontMatter, Problem, Range } from '../../types.ts'

/** Front matter is configuration: what is longer is data, or an attack on the YAML parser. */
const maxLength = 64 * 1024

/** The front matter of a document, and what is wrong with its YAML. */
export function frontMatter(text: string): { frontMatter?: FrontMatter; problems: Problem[] } {
  const block = findFrontMatter(text)
  if (block === undefined) {
    const start = text.slice(0, 4)
    return { problems: start.includes('---') ? unfenced(text) : start.includes('+++') ? ofToml(text) : [] }
  }
  if (block.yaml[1] - block.yaml[0] > maxLength) {
    const message = `the front matter is longer than ${maxLength} characters, so it was not parsed`
    return {
      frontMatter: { range: block.range },
      problems: [{ kind: 'limit', range: [block.range[0], block.yaml[0]], message }],
    }
  }
  const source = text.slice(...block.yaml)
  const { data, errors } = parseYaml(source, block.yaml[0])
  const [first] = errors
  // A template becomes YAML only when it is filled in.
  const template = /\{\{|\{%/.test(source)
  return {
    frontMatter: { range: block.range, data },
    // One mistake in YAML makes several errors; the first is the cause.
    problems:
      first && !template ? [{ kind: 'front-matter', ...(openQuote(source, block.yaml[0]) ?? said(first)) }] : [],
  }
}

/** `+++`, TOML and `+++`, as Hugo and Zola have it. What a template fills in is none yet. */
function ofToml(text: string): Problem[] {
  const { 0: whole = '', 1: open = '', 2: source = '' } = toml.exec(text.slice(0, maxLength)) ?? []
  if (whole === '' || /\{\{|\{%/.test(source)) return []
  const error = tomlError(source)
  if (!error) return []
  const range: Range = [open.length + error.range[0], open.length + error.range[1]]
  // A line ends before the quote does.
  const message = /^control characters/.test(error.message) ? 'a quote is never closed' : error.message
  const help = message === 'invalid value' ? 'put the value in quotes' : undefined
  return [{ kind: 'front-matter', range, message: `the front matter is no TOML: ${message}`, help }]
}

const toml = /^(\ufeff?\+{3}[ \t]*\r?\n)((?:(?!\+{3}[ \t]*\r?$)[^\n]*\n)*)\+{3}[ \t]*\r?$/m

function said({ range, message }: { range: Range; message: string }) {
  return { range, message, help: helpFor(message) }
}

/** A quoted value that goes on to the end of its line, above the next key or the end: the parser misses its end far below. */
const opensQuote =
  /^[ \t]*(?:- +)?(?:[\w-]+:[ \t]+)?("(?:[^"\\\r\n]|\\.)*|'(?:[^'\r\n]|'')*)(?=\r?\n(?:[ \t]*\r?\n)*(?:[ \t]*(?:- +)?[\w-]+:(?:[ \t]|\r?\n)|$(?!\n)))/dm

function openQuote(source: string, offset: number) {
  const [start, end] = opensQuote.exec(source)?.indices?.[1] ?? []
  if (start === undefined || end === undefined) return undefined
  const range: Range = [offset + start, offset + end]
  return { range, message: 'the quote that begins this value is never closed', help: 'close it at the end of the line' }
}

/** What the parser's words mean for who writes a title with a colon, a backtick or a star in it. */
function helpFor(message: string): string | undefined {
  return /^(?:nested mappings are not allowed|plain value cannot start)/i.test(message)
    ? 'put the value in quotes'
    : undefined
}

const key = /[a-z][\w-]*:(?=[ \t\r\n])/

/** `---`, two keys or one that every generator knows, and no line that ends them. */
const neverClosed = new RegExp(
  `^\\ufeff?---[ \\t]*\\r?\\n(?=(?:title|layout|description|id|slug|sidebar_label|sidebar_position):[ \\t]|${key.source}[^\\r\\n]*\\r?\\n${key.source})`,
)
/** `---title: Orders`: the fence is none, and the page begins with a strange line. */
const glued = /^\ufeff?---(?=[ \t]?[a-z][\w-]*:[ \t]+\S)/

/** Front matter whose fences are no lines of their own: readers see it as text. */
function unfenced(text: string): Problem[] {
  const open = neverClosed.exec(text) ?? glued.exec(text)
  if (!open) return []
  const range: Range = [open[0].indexOf('-'), open[0].trimEnd().length]
  const [message, help] = open[0].includes('\n')
    ? ['the front matter is never closed', 'end it with a line of "---"']
    : ['text stands behind the "---" that opens the front matter', 'begin a new line behind it']
  return [{ kind: 'front-matter', range, message, help }]
}

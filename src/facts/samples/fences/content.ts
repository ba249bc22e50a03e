import { looksLikeJson, sampleStart } from '../../../parse/sample.ts'
import type { Fence } from '../../../types.ts'
import type { CodeBlock } from '../blocks/code.ts'
import { beginsWithCommand } from '../commands/clients.ts'

/** A line that stands for what a file holds. */
const includes = /^[ \t]*(?:-+8<-|<<<|!INCLUDE\b|@?include\b|\{!)/m

/** A line that is no comment. */
const code = /(?<=^|\n)[^\S\n]*(?!\/\/|#)\S/

/** What a block's content is beyond doubt. */
export function contentOf({ value, messages }: CodeBlock): Fence['holds'] {
  const begin = value.slice(0, 200)
  if (!code.test(value) || isAbridged(begin) || includes.test(begin))
    return abridgedJson.test(begin) && !template.test(begin) ? 'json' : undefined
  if (looksLikeJson(value)) return 'json'
  if (isXml(value)) return 'xml'
  const [first] = messages()
  if (first && isSaid(first.head.text) && goesOn(value)) return undefined
  if (first && (first.body || first.headers.length > 0 || /^\s*\S+[^\n]*HTTP/.test(value))) return 'http'
  if (first && requestLine.test(value)) return 'http'
  if (/^\s*\$ /.test(value) || beginsWithCommand(value)) return 'shell'
  return sampleStart(value) === undefined && !scalars.test(value) ? 'other' : undefined
}

/** A status, or a sentence that no label colours: `PUT To URL: https://clay.test/pots`. */
function isSaid(head: string): boolean {
  return head.startsWith('Status') || /^[A-Z]{3,7}[ \t]+[A-Za-z]+:?[ \t]+(?!HTTP)\S/.test(head)
}

/** Below such a line, in a language that few blocks are labelled with, a body may stand. */
function goesOn(value: string): boolean {
  return value.trim().includes('\n')
}

const template = /\{\{|\{%|<%/
/** Whatever is left out behind it, no other language begins with a member of an object. */
const abridgedJson = /^\s*(?:\[\s*)?\{\s*"[\w@$. -]{1,60}"\s*:/

/** What only XML begins with, and what a definition of its elements does. */
const declaration = /^<(?:\?xml\s|!(?:DOCTYPE\s(?!\s*html)|(?:ELEMENT|ATTLIST|ENTITY)\s))/i

/** A declaration or an element, behind any comments. */
function isXml(value: string): boolean {
  let at = firstInk(value, 0)
  while (value.startsWith('<!--', at)) {
    const end = value.indexOf('-->', at + 4)
    if (end < 0) return false
    at = firstInk(value, end + 3)
  }
  const begin = value.slice(at, at + 100)
  return declaration.test(begin) || (/^<[A-Za-z][\w:.-]*[\s/>]/.test(begin) && /<\/|\/>/.test(value))
}

/** Where the next character stands that is no blank. */
export function firstInk(value: string, from: number): number {
  const ink = /\S/g
  ink.lastIndex = from
  return ink.exec(value)?.index ?? value.length
}

/** Each line is a value of JSON: what a program prints, one after the other; or a placeholder stands for all of it, or a mark for nothing. */
const scalars =
  /^\s*(?:<[^<>\n]{1,80}>|[-–—]|N\/A|[Nn]one|なし|无|無|없음)\s*$|^(?:[ \t]*(?:-?\d[\d.eE+-]*|"[^"\n]*"|true|false|null)[ \t]*(?:\n|$))+$/

/** Templates make anything of a block, and nobody knows what stood in place of dots; those in a string or a word (`eyJ0e...Qa6wg`) only shorten a long value. */
function isAbridged(start: string): boolean {
  if (template.test(start)) return true
  return dots.test(start) && dots.test(start.replace(/"[^"\n]*(?:"|$)/g, '""'))
}

const dots = /(?<!\w)(?:\.{3}|…)|(?:\.{3}|…)(?!\w)/

/** A method and a path that starts as a path does; `GET _search/all`, to which a console adds the slash. */
const requestLine = /^\s*[A-Z]+[ \t]+(?:\/|https?:\/\/|\{|\w+\/)\S*[ \t]*(?:\n|$)/

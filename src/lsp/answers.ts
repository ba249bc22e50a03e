import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Location, Position, Diagnostic as Shown, TextEdit } from 'vscode-languageserver-types'
import { families } from '../../rules/index.ts'
import type { Judge } from '../commands/run/judge.ts'
import type { Session } from '../commands/run/session.ts'
import { fixAll } from '../fix.ts'
import { shelve } from '../grouped.ts'
import { pathBelow } from '../io/inside.ts'
import { rulePageUrl } from '../io/package.ts'
import { loadParser, type ParseMarkdown } from '../parse/markdown.ts'
import { buildProject } from '../project/index.ts'
import { leadHere, leadsTo } from '../project/links/anchors/index.ts'
import type { Sources } from '../project/types/project.ts'
import { Lines } from '../text.ts'
import { fromZero, type Surroundings, shower } from './diagnostics.ts'
import { excuser } from './excuses.ts'
import type { Answer, Checked, Question, Texts } from './messages.ts'

/** A project that has been read, and who judges it. */
export interface Opened {
  session: Session
  judge: Judge
}

/** The same with what the editor holds in place of some of its files. */
interface Asked extends Opened {
  held: ReadonlyMap<string, Uint8Array>
  sources: Sources
}

export async function answerFrom(opened: Opened, question: Question): Promise<Answer> {
  const held = contents(question.texts, opened.session)
  const asked = { ...opened, held, sources: await opened.session.imagine(held) }
  if (question.kind === 'check') return await check(asked, question.only)
  if (question.kind === 'fix') return { edits: await repair(asked, question.path) }
  const find = question.kind === 'definition' ? leadsTo : leadHere
  return { places: places(asked, question.path, question.at, find) }
}

/** What the editor holds, by its place in the project; what lies outside is none of ours. */
function contents(texts: Texts, session: Session): Map<string, Uint8Array> {
  return new Map(
    texts.flatMap(([absolute, text]) => {
      const path = placeIn(session, absolute)
      return path === undefined ? [] : [[path, encode(text)] as const]
    }),
  )
}

const encode = (text: string) => new TextEncoder().encode(text)

function placeIn({ root }: Session, absolute: string): string | undefined {
  return pathBelow(root, absolute) || undefined
}

async function check(asked: Asked, only: readonly string[] | undefined): Promise<Checked> {
  const { session, sources, judge } = asked
  const wanted = only && new Set(only.flatMap((path) => placeIn(session, path) ?? []))
  const { diagnostics, crashes } = judge(sources, wanted && ((path) => wanted.has(path)))
  const show = shower(around(asked, await loadParser('satteri')))
  const files = new Map<string, Shown[]>([...(wanted ?? [])].map((path) => [path, []]))
  for (const it of diagnostics) shelve(files, it.path, show(it))
  return {
    files: [...files].map(([path, found]) => [resolve(session.root, path), found]),
    crashes: crashes.map(({ rule, path, error }) => `${rule || 'reading'} crashed on ${path}: ${error}`),
  }
}

function around({ session, sources, held }: Asked, parse: ParseMarkdown): Surroundings {
  return {
    text: textIn(session, sources),
    uriOf: (path) => uriIn(session, path),
    pageOf: (rule) => (families.has(rule) ? rulePageUrl(rule).href : undefined),
    // Nobody writes a comment into a file that is not open.
    excuseOf: excuser((path) => (held.has(path) ? sources.documents.get(path) : undefined), parse),
  }
}

function textIn(session: Session, sources: Sources): (path: string) => string {
  return (path) => sources.documents.get(path)?.text ?? session.text(path)
}

function uriIn({ root }: Session, path: string): string {
  return pathToFileURL(resolve(root, path)).href
}

/** What `--fix` makes of one file, as one edit. */
async function repair({ session, sources, judge, held }: Asked, absolute: string): Promise<TextEdit[]> {
  const path = placeIn(session, absolute) ?? ''
  const before = sources.documents.get(path)?.text
  if (before === undefined) return []
  const relint = async (texts: ReadonlyMap<string, string>) => {
    const text = texts.get(path)
    const now = text === undefined ? sources : await session.imagine(new Map([...held, [path, encode(text)]]))
    return judge(now).diagnostics.map((it) => (it.path === path ? it : { ...it, fix: undefined }))
  }
  const { texts } = await fixAll(() => before, relint, false)
  const after = texts.get(path)
  if (after === undefined) return []
  const end = fromZero(new Lines(before).at(before.length))
  return [{ range: { start: { line: 0, character: 0 }, end }, newText: after }]
}

/** Where what stands at a position leads, or what leads there. */
function places({ session, sources }: Asked, absolute: string, at: Position, find: typeof leadsTo): Location[] {
  const document = sources.documents.get(placeIn(session, absolute) ?? '')
  if (!document) return []
  const offset = new Lines(document.text).start(at.line + 1) + at.character
  const text = textIn(session, sources)
  return find(buildProject(sources), document, offset).map(({ path, at: [start, end] }) => {
    const lines = new Lines(text(path))
    return { uri: uriIn(session, path), range: { start: fromZero(lines.at(start)), end: fromZero(lines.at(end)) } }
  })
}

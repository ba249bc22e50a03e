import { readFileSync } from 'node:fs'
import picomatch from 'picomatch'
import { type Config, defaultInclude, makeConfig } from '../src/config/index.ts'
import { applyFixes } from '../src/fix.ts'
import { lint, type Rules } from '../src/lint.ts'
import { load, type Reader } from '../src/load/index.ts'
import { makeTree } from '../src/load/tree.ts'
import { plain } from '../src/report/plain.ts'
import type { Report } from '../src/report/report.ts'
import type { Diagnostic } from '../src/types.ts'

/** One example of a rule page: a small project, what docs-lint says of it, and what `--fix` makes of it. */
export interface Example {
  title: string
  line: number
  files: Map<string, string | Uint8Array>
  fixed: Map<string, string>
  config: string
  /** The exact report; empty means silence. */
  report: string
}

/** A project in memory, read as a disk would be. */
export function memory(files: ReadonlyMap<string, string | Uint8Array>, config: Config): Reader {
  const tree = makeTree(files.keys())
  const wanted = picomatch(config.user.include ?? defaultInclude, { ignore: config.user.ignore ?? [] })
  return {
    tree,
    ignored: picomatch(config.user.ignore ?? []),
    targets: tree.paths.filter((path) => wanted(path)),
    read(path) {
      const content = files.get(path)
      if (content === undefined) return { problem: 'the file vanished while docs-lint ran' }
      return typeof content === 'string' ? new TextEncoder().encode(content) : content
    },
    pause: async () => {},
  }
}

/** Text in, diagnostics out: the one door of all rule tests. */
export async function diagnose(
  files: ReadonlyMap<string, string | Uint8Array>,
  rules: Rules,
  config: Config = makeConfig({}),
): Promise<Diagnostic[]> {
  return lint(await load(memory(files, config), config), rules, config).diagnostics
}

/** The report of a rule page. */
export function render(diagnostics: Diagnostic[], files: ReadonlyMap<string, string | Uint8Array>): string {
  const report: Pick<Report, 'diagnostics' | 'text'> = {
    diagnostics,
    text: (path) => {
      const content = files.get(path) ?? ''
      return typeof content === 'string' ? content : ''
    },
  }
  return plain(report as Report)
}

/** Applies all fixes, suggestions included, as often as they change something. */
export async function fix(
  files: ReadonlyMap<string, string | Uint8Array>,
  rules: Rules,
  config: Config,
): Promise<Map<string, string | Uint8Array>> {
  const fixed = new Map(files)
  for (let round = 0; round < 10; round++) {
    const diagnostics = await diagnose(fixed, rules, config)
    let changed = false
    for (const [path, text] of fixed) {
      if (typeof text !== 'string') continue
      const after = applyFixes(
        text,
        diagnostics.filter((it) => it.path === path),
        true,
      )
      changed ||= after !== text
      fixed.set(path, after)
    }
    if (!changed) return fixed
  }
  throw new Error('fixes do not come to rest')
}

/**
 * Reads the examples of a page. A fence below a line `` `guide.md`: `` is a file, below `` `guide.md`, fixed: `` the file
 * after fixing; a `text` fence is the report, a `yaml` fence without a name the config. A heading starts a new example.
 */
export function readExamples(path: string): Example[] {
  const lines = readFileSync(path, 'utf8').split(/\r?\n/)
  const examples = [newExample('', 1)]
  let above = ''
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? ''
    const heading = /^#{2,} (.+)$/.exec(line)
    const fence = /^(`{3,}|~{3,})(\S*)/.exec(line)
    if (heading) examples.push(newExample(heading[1] ?? '', i + 1))
    if (fence) {
      const end = lines.indexOf(fence[1] ?? '', i + 1)
      if (end < 0) throw new Error(`${path}:${i + 1}: the fence is never closed`)
      addFence(
        examples.at(-1),
        above,
        fence[2] ?? '',
        lines
          .slice(i + 1, end)
          .map((it) => `${it}\n`)
          .join(''),
      )
      i = end
    }
    if (line !== '') above = line
  }
  return examples.filter((it) => it.files.size > 0)
}

function addFence(example: Example | undefined, above: string, language: string, body: string) {
  const named = /^`([^`]+)`(, fixed)?:$/.exec(above)
  if (!example) return
  if (named && language === 'hex') example.files.set(named[1] ?? '', Buffer.from(body.replaceAll(/\s/g, ''), 'hex'))
  else if (named) (named[2] ? example.fixed : example.files).set(named[1] ?? '', body)
  else if (language === 'text') example.report += body
  else if (language === 'yaml') example.config += body
}

function newExample(title: string, line: number): Example {
  return { title, line, files: new Map(), fixed: new Map(), config: '', report: '' }
}

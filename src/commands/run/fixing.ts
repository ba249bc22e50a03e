import { createTwoFilesPatch } from 'diff'
import { type FixedTexts, fixAll } from '../../fix.ts'
import type { Terminal } from '../../io/terminal.ts'
import { replaceFile } from '../../io/write.ts'
import { safeText, seal } from '../../report/safe.ts'
import { UsageError } from '../command.ts'
import type { Judge } from './judge.ts'
import type { Session } from './session.ts'

/** Works out all fixes in memory. Only findings that would be reported are fixed. */
export async function workOutFixes(session: Session, unsafe: boolean, judge: Judge): Promise<FixedTexts> {
  const original = (path: string) => session.sources.documents.get(path)?.text ?? ''
  return await fixAll(
    original,
    async (texts) => {
      const sources = texts.size === 0 ? session.sources : await session.reread(texts)
      return judge(sources).diagnostics
    },
    unsafe,
  )
}

/** Writes what was worked out. Whatever was left alone is said, and why. */
export function writeFixes(
  { texts, restless }: FixedTexts,
  { root, sources, prefix }: Session,
  { err }: Terminal,
): string[] {
  const written: string[] = []
  const refused = restless.map((path): [string, string] => [path, 'its fixes undo each other'])
  for (const [path, after] of texts) {
    const problem = replaceFile(root, path, sources.documents.get(path)?.text ?? '', after)
    if (problem === undefined) written.push(path)
    else refused.push([path, problem])
  }
  for (const [path, why] of refused) err.write(seal(`${safeText(prefix + path)} was not fixed: ${why}\n`))
  return written
}

/** A unified diff, as `patch -p1` reads it in the project's root. */
export function diffOf({ texts }: FixedTexts, { sources }: Session, { out, env }: Terminal): string {
  const parts = [...texts].map(([path, after]) => {
    const before = sources.documents.get(path)?.text ?? ''
    return createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after).replace(/^=+\n/, '')
  })
  const diff = parts.join('')
  // For a person, and in a log that a CI runner reads, quoted text must not act; a pipe gets the bytes that patch needs.
  if (!out.isTerminal && !env.GITHUB_ACTIONS) return diff
  return seal(diff.split('\n').map(safeText).join('\n'))
}

export function refuseForeign({ env }: Terminal): void {
  if (env.GITHUB_EVENT_NAME !== 'pull_request_target') return
  throw new UsageError('--fix does not run on pull_request_target: it would write with the rights of the base', {
    help: 'use --diff, or run --fix in a pull_request workflow',
  })
}

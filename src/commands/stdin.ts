import { resolve } from 'node:path'
import { pathFrom } from '../io/inside.ts'
import type { Terminal } from '../io/terminal.ts'
import { UsageError } from './command.ts'
import type { Session } from './session.ts'

/** The project with what an editor holds in place of one of its files, which need not exist yet. */
export async function withInput(session: Session, file: string, terminal: Terminal): Promise<Session> {
  const path = pathFrom(session.root, resolve(terminal.cwd, file))
  if (path === '' || path.startsWith('../')) {
    throw new UsageError(`"${file}" lies outside the project`, { help: 'run docs-lint there' })
  }
  const input = terminal.input()
  const sources = await session.imagine(new Map([[path, input]]))
  const text = (other: string) => sources.documents.get(other)?.text ?? session.text(other)
  return { ...session, sources, text }
}

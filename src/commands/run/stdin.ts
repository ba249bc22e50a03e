import type { Terminal } from '../../io/terminal.ts'
import { UsageError } from '../command.ts'
import { projectPath } from '../paths.ts'
import type { Session } from './session.ts'

/** The project with what an editor holds in place of one of its files, which need not exist yet. */
export async function withInput(session: Session, file: string, terminal: Terminal): Promise<Session> {
  const path = projectPath(file, session.root, terminal)
  if (path === '' || session.sources.files.hasDirectory(path)) throw new UsageError(`"${file}" is a folder`)
  const input = terminal.input()
  const sources = await session.imagine(new Map([[path, input]]))
  const text = (other: string) => sources.documents.get(other)?.text ?? session.text(other)
  return { ...session, sources, text }
}

import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, vi } from 'vitest'
import {
  type CodeAction,
  createProtocolConnection,
  type Diagnostic,
  type Location,
  type Position,
  PublishDiagnosticsNotification,
  ShowMessageNotification,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node'

/** An editor that has opened a folder, as the built program's language server sees it. */
export interface Editor {
  open(path: string, text: string): Promise<void>
  /** Puts a text in place of a stretch of an open file, or of all of it. */
  type(path: string, text: string, from?: Position, to?: Position): Promise<void>
  close(path: string): Promise<void>
  /** Resolves once a file's findings read like this, one `line:column rule` each. */
  shows(path: string, ...findings: string[]): Promise<readonly Diagnostic[]>
  actions(path: string, from: Position, to: Position, only?: string[]): Promise<CodeAction[]>
  /** Go to definition, or find all references. */
  places(what: 'definition' | 'references', path: string, at: Position): Promise<Location[]>
  /** Closes the folder. */
  leave(): Promise<void>
  /** What the user was told. */
  told: string[]
  /** The process of the server. */
  pid: number
  end(): Promise<number | null>
}

export async function openEditor(folder: string, ...args: string[]): Promise<Editor> {
  const command = [resolve('dist/cli.js'), 'lsp', '--stdio', ...args]
  const server = spawn(process.execPath, command, { cwd: folder, stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = new Promise<number | null>((done) => server.on('exit', done))
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  )
  const found = new Map<string, readonly Diagnostic[]>()
  const told: string[] = []
  const versions = new Map<string, number>()
  connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) => {
    found.set(uri, diagnostics)
  })
  connection.onNotification(ShowMessageNotification.type, ({ message }) => {
    told.push(message)
  })
  connection.listen()
  const uriOf = (path: string) => pathToFileURL(join(folder, path)).href
  const workspaceFolders = [{ uri: pathToFileURL(folder).href, name: 'docs' }]
  const capabilities = { workspace: { workspaceFolders: true } }
  await connection.sendRequest('initialize', { processId: process.pid, workspaceFolders, capabilities })
  await connection.sendNotification('initialized', {})
  const tell = async (what: string, path: string, more: object, version?: number) => {
    if (version !== undefined) versions.set(uriOf(path), version)
    const textDocument = { uri: uriOf(path), version, languageId: 'markdown', ...more }
    await connection.sendNotification(`textDocument/${what}`, { ...more, textDocument })
  }
  return {
    told,
    pid: server.pid ?? 0,
    open: async (path, text) => await tell('didOpen', path, { text }, 1),
    async type(path, text, from, to) {
      const range = from && { start: from, end: to ?? from }
      await tell('didChange', path, { contentChanges: [{ range, text }] }, (versions.get(uriOf(path)) ?? 1) + 1)
    },
    async close(path) {
      versions.delete(uriOf(path))
      await tell('didClose', path, {})
    },
    async shows(path, ...findings) {
      const now = () => found.get(uriOf(path)) ?? []
      const lines = () => now().map(({ range: { start }, code }) => `${start.line}:${start.character} ${code}`)
      await vi.waitFor(() => expect(lines()).toEqual(findings), { timeout: 60_000, interval: 20 })
      return now()
    },
    actions: async (path, start, end, only) =>
      await connection.sendRequest('textDocument/codeAction', {
        textDocument: { uri: uriOf(path) },
        range: { start, end },
        context: { diagnostics: [], only },
      }),
    places: async (what, path, position) =>
      await connection.sendRequest(`textDocument/${what}`, {
        textDocument: { uri: uriOf(path) },
        position,
        context: { includeDeclaration: false },
      }),
    leave: async () =>
      await connection.sendNotification('workspace/didChangeWorkspaceFolders', {
        event: { added: [], removed: workspaceFolders },
      }),
    async end() {
      await connection.sendRequest('shutdown')
      await connection.sendNotification('exit')
      return await ended
    },
  }
}

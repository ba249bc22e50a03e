import {
  type CodeAction,
  CodeActionKind,
  type Connection,
  createConnection,
  type InitializeParams,
  type InitializeResult,
  type TextDocumentPositionParams,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { LspValues } from '../commands/options.ts'
import { version } from '../io/package.ts'
import { fixAllKind, isAsked, remedies } from './actions.ts'
import { openDesk } from './desk.ts'
import { type Folders, openFolders, pathOf } from './folders.ts'

/** Speaks the Language Server Protocol on stdin and stdout until the editor says `exit` or goes away, which ends the process. */
export async function serve(values: LspValues): Promise<never> {
  const connection = createConnection(process.stdin, process.stdout)
  const documents = new TextDocuments(TextDocument)
  const desk = openDesk(connection, documents)
  const folders = openFolders(values, desk)
  connection.onInitialize((params) => greet(params, connection, folders))
  documents.onDidChangeContent(({ document: { uri } }) => folders.around(uri)?.edited(false))
  // What was typed and not saved is gone, and with it what it meant for other pages.
  documents.onDidClose(({ document: { uri } }) => folders.around(uri)?.edited(true))
  const places =
    (kind: 'definition' | 'references') =>
    async ({ textDocument: { uri }, position: at }: TextDocumentPositionParams) => {
      const answer = await folders.around(uri)?.ask({ kind, path: pathOf(uri) ?? '', at })
      return answer && 'places' in answer ? answer.places : []
    }
  connection.onDefinition(places('definition'))
  connection.onReferences(places('references'))
  connection.onCodeAction(async ({ textDocument: { uri }, range, context: { only } }) => [
    ...(isAsked(CodeActionKind.QuickFix, only) ? remedies(uri, range, desk.findings(uri)) : []),
    ...(isAsked(fixAllKind, only) ? await repairAll(uri, folders) : []),
  ])
  connection.onShutdown(() => folders.close())
  documents.listen(connection)
  connection.listen()
  return await new Promise(() => {})
}

function greet(params: InitializeParams, connection: Connection, folders: Folders): InitializeResult {
  const { workspaceFolders, rootUri, capabilities } = params
  const uris = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : [])
  connection.onInitialized(() => {
    folders.open(uris)
    if (!capabilities.workspace?.workspaceFolders) return
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      folders.leave(removed.map(({ uri }) => uri))
      folders.open(added.map(({ uri }) => uri))
    })
  })
  return {
    serverInfo: { name: 'docs-lint', version: version() },
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
      definitionProvider: true,
      referencesProvider: true,
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    },
  }
}

/** The same repairs as with `--fix`, those held back that would bring something else to light. */
async function repairAll(uri: string, folders: Folders): Promise<CodeAction[]> {
  const answer = await folders.around(uri)?.ask({ kind: 'fix', path: pathOf(uri) ?? '' })
  if (!answer || !('edits' in answer) || answer.edits.length === 0) return []
  return [{ title: 'Repair all that is safe to repair', kind: fixAllKind, edit: { changes: { [uri]: answer.edits } } }]
}

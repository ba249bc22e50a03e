import { pathToFileURL } from 'node:url'
import {
  type Connection,
  type Diagnostic,
  MessageType,
  ShowMessageNotification,
  type TextDocuments,
} from 'vscode-languageserver/node'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { isBelow, pathOf } from './folders.ts'
import type { Texts } from './messages.ts'
import type { Editor } from './workspace.ts'

/** What an editor has open, and what was last found in it. */
export interface Desk extends Editor {
  /** What was found in an open file, unless it was edited since. */
  findings(uri: string): readonly Diagnostic[]
}

export function openDesk(connection: Connection, documents: TextDocuments<TextDocument>): Desk {
  const found = new Map<string, { version: number; findings: readonly Diagnostic[] }>()
  return {
    held: (folder) => documents.all().flatMap((it) => textBelow(folder, it)),
    show(path, findings) {
      // One URI can be written in several ways: what is open is named as the editor names it.
      const document = documents.all().find(({ uri }) => pathOf(uri) === path)
      if (document) found.set(document.uri, { version: document.version, findings })
      const uri = document?.uri ?? pathToFileURL(path).href
      void connection.sendDiagnostics({ uri, version: document?.version, diagnostics: [...findings] })
    },
    say(message) {
      // A notification: the library's own way asks for an answer, which not every editor gives.
      const said = { type: MessageType.Error, message: `docs-lint: ${message}` }
      void connection.sendNotification(ShowMessageNotification.method, said)
    },
    log: (message) => connection.console.error(message),
    findings(uri) {
      const known = found.get(uri)
      return known && known.version === documents.get(uri)?.version ? known.findings : []
    },
  }
}

function textBelow(folder: string, document: TextDocument): Texts {
  const path = pathOf(document.uri)
  return path !== undefined && isBelow(folder, path) ? [[path, document.getText()]] : []
}

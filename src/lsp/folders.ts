import { fileURLToPath } from 'node:url'
import type { LspValues } from '../commands/options.ts'
import { pathBelow } from '../io/inside.ts'
import { type Editor, openWorkspace, type Workspace } from './workspace.ts'

/** The folders that an editor has opened, by their URIs. */
export interface Folders {
  open(uris: readonly string[]): void
  leave(uris: readonly string[]): void
  /** The innermost one that holds a file. */
  around(uri: string): Workspace | undefined
  close(): void
}

export function openFolders(values: LspValues, editor: Editor): Folders {
  let workspaces: Workspace[] = []
  const leave = (folders: ReadonlySet<string>) => {
    for (const it of workspaces) if (folders.has(it.folder)) it.end()
    workspaces = workspaces.filter(({ folder }) => !folders.has(folder))
  }
  const innermost = (path: string) =>
    workspaces
      .filter(({ folder }) => isBelow(folder, path))
      .sort((a, b) => b.folder.length - a.folder.length)
      .at(0)
  const open = (folder: string) => {
    if (workspaces.some((it) => it.folder === folder)) return
    // Of folders that lie in one another, one speaks for a file: two would take back each other's findings.
    const show: Editor['show'] = (path, findings) => {
      if (innermost(path)?.folder === folder) editor.show(path, findings)
    }
    workspaces.push(openWorkspace(folder, values, { ...editor, show }))
  }
  return {
    open: (uris) => pathsOf(uris).forEach(open),
    leave: (uris) => leave(new Set(pathsOf(uris))),
    around(uri) {
      const path = pathOf(uri)
      return path === undefined ? undefined : innermost(path)
    },
    close: () => leave(new Set(workspaces.map(({ folder }) => folder))),
  }
}

function pathsOf(uris: readonly string[]): string[] {
  return uris.flatMap((it) => pathOf(it) ?? [])
}

/** The path of a file; undefined for texts that are none, such as one that nobody has saved yet. */
export function pathOf(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined
  try {
    return fileURLToPath(uri)
  } catch {
    // A file of another machine, or a URI that is none.
    return undefined
  }
}

export function isBelow(folder: string, path: string): boolean {
  return Boolean(pathBelow(folder, path))
}

import { member, objectsIn, reference, text } from '../../parse/json.ts'
import { splitPath } from '../../paths.ts'
import type { Document } from '../../types.ts'
import type { Place } from '../types/contracts.ts'
import type { Project } from '../types/project.ts'

type Documents = Project['documents']

/** `Pot`: neither a file nor a place in one, but the name under which a program adds a schema to those that it knows. */
export function isBareName(ref: string): boolean {
  return /^[A-Za-z_][\w-]*$/.test(ref)
}

export function isSchema(document: Document | undefined): boolean {
  return document?.facts.spec?.kind === 'json-schema'
}

/** The schemas of a folder by what programs register them under: their title, their id or the name of their file. */
export function schemasByName(documents: Documents, folder: string): Map<string, Place> {
  const found = new Map<string, Place>()
  for (const { path, node } of schemasIn(documents, folder)) {
    const names = ['title', '$id', 'id'].map((key) => text(member(node, key)))
    for (const name of [...names, splitPath(path).name.replace(/\..*/, '')]) if (name) found.set(name, { path, node })
  }
  return found
}

/** Whether a schema before this one in its folder asks for the same name: one answer does for both. */
export function isAskedBefore(documents: Documents, path: string, name: string): boolean {
  return schemasIn(documents, splitPath(path).folder).some(
    (it) => it.path < path && objectsIn(it.node).some((node) => reference(node) === name),
  )
}

function schemasIn(documents: Documents, folder: string): Place[] {
  return [...documents.values()].flatMap((it) => {
    const node = it.facts.spec?.data
    return node && isSchema(it) && splitPath(it.path).folder === folder ? [{ path: it.path, node }] : []
  })
}

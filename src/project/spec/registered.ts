import { grouped } from '../../grouped.ts'
import { member, objectsIn, reference, text } from '../../parse/json.ts'
import { splitPath } from '../../paths.ts'
import type { Place } from '../../schema/place.ts'
import { byCodeUnit } from '../../text.ts'
import type { Document } from '../../types.ts'
import { once, onceEach } from '../once.ts'
import type { Project } from '../types/project.ts'

type Documents = Project['documents']

/** `Pot`: neither a file nor a place in one, but the name under which a program adds a schema to those that it knows. */
export function isBareName(ref: string): boolean {
  return /^[A-Za-z_][\w-]*$/.test(ref)
}

export function isSchema(document: Document | undefined): boolean {
  return document?.facts.spec?.kind === 'json-schema'
}

/** What the schemas of one folder are called, and what they call others. */
interface Registry {
  /** By what programs register them under: their title, their id or the name of their file. */
  byName(): ReadonlyMap<string, Place>
  /** What is referred to → the first schema that does. */
  firstAsking(): ReadonlyMap<string, string>
}

export function indexRegistries(documents: Documents): (folder: string) => Registry {
  const folders = once(() => grouped(schemasIn(documents), ({ path }) => splitPath(path).folder))
  return onceEach((folder: string) => {
    const schemas = folders().get(folder) ?? []
    return { byName: once(() => byName(schemas)), firstAsking: once(() => firstAsking(schemas)) }
  })
}

function byName(schemas: readonly Place[]): ReadonlyMap<string, Place> {
  const found = new Map<string, Place>()
  for (const { path, node } of schemas) {
    const names = ['title', '$id', 'id'].map((key) => text(member(node, key)))
    for (const name of [...names, splitPath(path).name.replace(/\..*/, '')]) if (name) found.set(name, { path, node })
  }
  return found
}

function firstAsking(schemas: readonly Place[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const { path, node } of schemas.toSorted((a, b) => byCodeUnit(a.path, b.path)))
    for (const name of objectsIn(node).flatMap((it) => reference(it) ?? [])) if (!found.has(name)) found.set(name, path)
  return found
}

function schemasIn(documents: Documents): Place[] {
  return [...documents.values()].flatMap((it) => {
    const node = it.facts.spec?.data
    return node && isSchema(it) ? [{ path: it.path, node }] : []
  })
}

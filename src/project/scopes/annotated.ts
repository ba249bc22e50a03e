import { shelve } from '../../grouped.ts'
import { editsBetween } from '../../spelling.ts'
import type { Document, Spot } from '../../types.ts'
import { onlyDifference } from '../difference.ts'
import { mayBeAnnotated } from '../documents.ts'
import type { UnknownScope } from '../types/scopes.ts'
import { partsOf } from './likeness.ts'

/** So many places of the one for each of the other make that a slip, even where it leaves nothing but a plural out. */
const often = 10

const annotation = /"blockType"[^{}]{0,400}?"scopes?"\s*:\s*"([^"\n]{1,200})"/g

/**
 * Scopes that calls are annotated with (`<!-- { "blockType": "request", "scopes": "pots.read" } -->`): a name that one page alone
 * has, a letter off from what stands in many places.
 */
export function oddAnnotations(documents: Iterable<Document>): Map<string, UnknownScope[]> {
  const uses = new Map<string, Spot[]>()
  for (const document of documents) addAnnotated(uses, document)
  const usual = [...uses].filter(([, places]) => places.length >= often)
  const byPath = new Map<string, UnknownScope[]>()
  for (const [name, places] of uses) {
    if (places.some(({ path }) => path !== places[0]?.path)) continue
    const [near, all = []] =
      usual.find(([it, { length }]) => length >= often * places.length && isLetterOff(name, it)) ?? []
    const [place] = all
    if (near === undefined || !place) continue
    const meant = { name: near, likeness: 'misspelt' as const, place }
    for (const { path, at } of places) {
      shelve(byPath, path, { name, at, meant, places: all.length, others: places.filter((it) => it.at !== at) })
    }
  }
  return byPath
}

function addAnnotated(uses: Map<string, Spot[]>, document: Document): void {
  if (!mayBeAnnotated(document)) return
  const { path, text } = document
  for (const { 0: all, 1: names = '', index } of text.matchAll(annotation)) {
    const start = index + all.length - 1 - names.length
    for (const { 0: name, index: at } of names.matchAll(/[^\s,]+/g)) {
      shelve(uses, name, { path, at: [start + at, start + at + name.length] })
    }
  }
}

function isLetterOff(name: string, usual: string): boolean {
  const [part, other] = onlyDifference(partsOf(name), partsOf(usual)) ?? ['', '']
  return Math.min(part.length, other.length) > 3 && !/\d/.test(part + other) && editsBetween(part, other) === 1
}

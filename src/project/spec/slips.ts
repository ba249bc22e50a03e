import { shelve } from '../../grouped.ts'
import { editsBetween } from '../../spelling.ts'
import { keyOf } from '../endpoints/path-index.ts'
import { onceEach } from '../once.ts'
import type { Operation } from '../types/contracts.ts'
import type { Difference, Segment } from '../types/groups.ts'

/** The operation that a path with one misspelt word was meant to be. */
export interface Slip extends Difference {
  operation: Operation
}

interface Entry {
  operation: Operation
  /** The word in the gap. */
  word: string
}

/** `dropped` is how many of their first segments pages leave out. */
export function indexSlips(
  operations: readonly Operation[],
): (dropped: number, path: readonly Segment[], method: string | undefined) => Slip | undefined {
  const index = onceEach((dropped: number) => byGap(operations, dropped))
  return (dropped, path, method) => {
    for (const { key, word } of gaps(path)) {
      const meant = index(dropped)
        .get(key)
        ?.find((it) => (method === undefined || it.operation.method === method) && isSlip(word, it.word))
      if (meant) return { operation: meant.operation, called: word, documented: meant.word }
    }
    return undefined
  }
}

function byGap(operations: readonly Operation[], dropped: number): Map<string, Entry[]> {
  const index = new Map<string, Entry[]>()
  for (const operation of operations) {
    for (const { key, word } of operation.variants.flatMap((it) => gaps(it.slice(dropped)))) {
      shelve(index, key, { operation, word })
    }
  }
  return index
}

/** A path with one word left out, once for each; of a single word nothing would be left to go by. */
function gaps(path: readonly Segment[]): { key: string; word: string }[] {
  if (path.length < 2) return []
  const keys = path.map(keyOf)
  return path.flatMap((it, at) => (it.kind === 'literal' ? { key: keys.with(at, '*').join('/'), word: it.text } : []))
}

function isSlip(written: string, meant: string): boolean {
  if (Math.abs(written.length - meant.length) > 2) return false
  const [a, b] = [written.toLowerCase(), meant.toLowerCase()]
  return a === b || `${a}s` === b || `${b}s` === a || (Math.min(a.length, b.length) > 3 && editsBetween(a, b) <= 2)
}

import { counted, grouped } from './grouped.ts'
import type { Diagnostic, Edit, Fix } from './types.ts'

/**
 * Applies the fixes that do not overlap, in the order of the text; a fix is applied whole or not at all.
 * The caller lints again until nothing changes.
 */
export function applyFixes(text: string, diagnostics: readonly Diagnostic[], unsafe = false): string {
  const taken: Edit[] = []
  for (const { fix } of diagnostics) {
    if (!fix || !applies(fix, unsafe)) continue
    if (fix.edits.every((edit) => taken.every((it) => !overlap(edit, it)))) taken.push(...fix.edits)
  }
  const lineEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n'
  let fixed = text
  for (const { range, text: inserted } of taken.sort((a, b) => b.range[0] - a.range[0])) {
    fixed = fixed.slice(0, range[0]) + inserted.replace(/\r\n|\n/g, lineEnd) + fixed.slice(range[1])
  }
  return fixed
}

export function applies({ safety }: Fix, unsafe: boolean): boolean {
  return safety === 'safe' || unsafe
}

/** A rule may come to rest after others; more rounds than this are two fixes that undo each other. */
export const maxRounds = 10

/** The findings with these texts in place of what the files hold. */
export type Relint = (texts: ReadonlyMap<string, string>) => Promise<readonly Diagnostic[]>

export interface FixedTexts {
  /** New texts by path. */
  texts: ReadonlyMap<string, string>
  /** Files whose fixes undo each other: they stay as they were. */
  restless: readonly string[]
  /** How many fixes were not applied, because something else would have come to light. */
  held: number
}

/**
 * Fixes until nothing changes. Safe fixes leave no finding that was not there before: the ones that would are held back, for
 * a person to apply who then sees what comes of it.
 */
export async function fixAll(textOf: (path: string) => string, lint: Relint, unsafe: boolean): Promise<FixedTexts> {
  const before = await lint(new Map())
  const settle = async (held: ReadonlySet<string>) => await settleDown(before, { textOf, lint, unsafe, held })
  const first = await settle(new Set())
  const news = unsafe ? [] : newcomers(before, first.found)
  if (news.length === 0) return { ...first, held: 0 }
  const held = await holdBack(before, news, settle, first.texts)
  return {
    ...(await settle(held)),
    held: before.filter((it) => held.has(identity(it)) && it.fix?.safety === 'safe').length,
  }
}

interface Settled {
  texts: Map<string, string>
  restless: string[]
  found: readonly Diagnostic[]
}

interface Fixing {
  textOf(path: string): string
  lint: Relint
  unsafe: boolean
  /** Findings whose fixes are not applied, by identity. */
  held: ReadonlySet<string>
}

async function settleDown(before: readonly Diagnostic[], { textOf, lint, unsafe, held }: Fixing): Promise<Settled> {
  const texts = new Map<string, string>()
  let changed = new Set<string>()
  let found = before
  for (let round = 0; round < maxRounds; round++) {
    changed = new Set()
    const free = found.filter((it) => !held.has(identity(it)))
    for (const [path, fixable] of byPath(free, unsafe)) {
      const old = texts.get(path) ?? textOf(path)
      const fixed = applyFixes(old, fixable, unsafe)
      if (fixed === old) continue
      texts.set(path, fixed)
      changed.add(path)
    }
    if (changed.size === 0) break
    found = await lint(texts)
  }
  for (const path of changed) texts.delete(path)
  for (const [path, text] of texts) if (text === textOf(path)) texts.delete(path)
  return { texts, restless: [...changed], found }
}

/** More attempts than this are not worth the wait: what is left is held back whole. */
const maxAttempts = 16

/** Holds back all fixes of the files where something comes to light, then releases them one after the other. */
async function holdBack(
  before: readonly Diagnostic[],
  news: readonly Diagnostic[],
  settle: (held: ReadonlySet<string>) => Promise<Settled>,
  changed: ReadonlyMap<string, string>,
): Promise<ReadonlySet<string>> {
  const elsewhere = news.some(({ path }) => !changed.has(path))
  const suspects = new Set(elsewhere ? changed.keys() : news.map(({ path }) => path))
  const lists = [...byPath(before, false)]
    .filter(([path]) => suspects.has(path))
    .map(([path, fixable]) => ({ path, keys: [...new Set(fixable.map(identity))] }))
  const held = new Set(lists.flatMap(({ keys }) => keys))
  const attempts = Math.min(maxAttempts, Math.max(...lists.map(({ keys }) => keys.length)))
  for (let i = 0; i < attempts; i++) {
    const released = lists.flatMap(({ path, keys }) => keys.slice(i, i + 1).map((key) => ({ path, key })))
    for (const { key } of released) held.delete(key)
    const appeared = newcomers(before, (await settle(held)).found)
    const blamed = new Set(appeared.map((it) => it.path))
    const unclear = appeared.some((it) => !suspects.has(it.path))
    for (const { path, key } of released) if (unclear || blamed.has(path)) held.add(key)
  }
  return held
}

/** What is found afterwards and was not found before, wherever it stands now. Numbers in messages count, and counts change. */
function newcomers(before: readonly Diagnostic[], after: readonly Diagnostic[]): Diagnostic[] {
  const left = counted(before.map(identity))
  return after.filter((it) => {
    const count = left.get(identity(it)) ?? 0
    left.set(identity(it), count - 1)
    return count <= 0
  })
}

function identity({ path, rule, message }: Diagnostic): string {
  return `${path}|${rule}|${message.replace(/\d+/g, '0')}`
}

function byPath(diagnostics: readonly Diagnostic[], unsafe: boolean): Map<string, Diagnostic[]> {
  return grouped(
    diagnostics.filter(({ fix }) => fix && applies(fix, unsafe)),
    ({ path }) => path,
  )
}

/** Two insertions at one place overlap too: their order would be a guess. */
function overlap({ range: a }: Edit, { range: b }: Edit): boolean {
  return a[0] < b[1] && b[0] < a[1] ? true : a[0] === b[0] || (a[0] === a[1] && a[0] > b[0] && a[0] < b[1])
}

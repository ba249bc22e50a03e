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

/**
 * Fixes until nothing changes. `lint` gives the findings with these texts in place. Files that never come to rest stay as
 * they were, and are named.
 */
export async function fixAll(
  textOf: (path: string) => string,
  lint: (texts: ReadonlyMap<string, string>) => Promise<readonly Diagnostic[]>,
  unsafe: boolean,
): Promise<{ texts: Map<string, string>; restless: string[] }> {
  const texts = new Map<string, string>()
  let changed = new Set<string>()
  for (let round = 0; round < maxRounds; round++) {
    changed = new Set()
    for (const [path, found] of byPath(await lint(texts), unsafe)) {
      const before = texts.get(path) ?? textOf(path)
      const after = applyFixes(before, found, unsafe)
      if (after === before) continue
      texts.set(path, after)
      changed.add(path)
    }
    if (changed.size === 0) break
  }
  for (const path of changed) texts.delete(path)
  for (const [path, text] of texts) if (text === textOf(path)) texts.delete(path)
  return { texts, restless: [...changed] }
}

function byPath(diagnostics: readonly Diagnostic[], unsafe: boolean): Map<string, Diagnostic[]> {
  const groups = new Map<string, Diagnostic[]>()
  for (const it of diagnostics) {
    if (!it.fix || !applies(it.fix, unsafe)) continue
    const group = groups.get(it.path)
    if (group) group.push(it)
    else groups.set(it.path, [it])
  }
  return groups
}

/** Two insertions at one place overlap too: their order would be a guess. */
function overlap({ range: a }: Edit, { range: b }: Edit): boolean {
  return a[0] < b[1] && b[0] < a[1] ? true : a[0] === b[0] || (a[0] === a[1] && a[0] > b[0] && a[0] < b[1])
}

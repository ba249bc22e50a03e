import type { Diagnostic, Edit } from './types.ts'

/**
 * Applies the fixes that do not overlap, in the order of the text; a fix is applied whole or not at all.
 * The caller lints again until nothing changes.
 */
export function applyFixes(text: string, diagnostics: readonly Diagnostic[], unsafe = false): string {
  const taken: Edit[] = []
  for (const { fix } of diagnostics) {
    if (!fix || (fix.safety !== 'safe' && !unsafe)) continue
    if (fix.edits.every((edit) => taken.every((it) => !overlap(edit, it)))) taken.push(...fix.edits)
  }
  let fixed = text
  for (const { range, text: inserted } of taken.sort((a, b) => b.range[0] - a.range[0])) {
    fixed = fixed.slice(0, range[0]) + inserted + fixed.slice(range[1])
  }
  return fixed
}

/** Two insertions at one place overlap too: their order would be a guess. */
function overlap({ range: a }: Edit, { range: b }: Edit): boolean {
  return a[0] < b[1] && b[0] < a[1] ? true : a[0] === b[0] || (a[0] === a[1] && a[0] > b[0] && a[0] < b[1])
}

import type { HttpFault } from '../../../types.ts'

export const unparted = 'no empty line between the headers and the body'

/** So many are a habit, and not as many slips. */
const habit = 3

/** What a page does in most of its messages is told with the first of them, and mended in all. */
export function oncePerHabit(faults: HttpFault[]): HttpFault[] {
  const same = faults.filter((it) => it.message === unparted)
  const [first] = same
  if (!first || same.length < habit) return faults
  const fix = same.find((it) => it.fix)?.fix
  const edits = same.flatMap((it) => it.fix?.edits ?? [])
  const told = { ...first, message: `${unparted} (${same.length} places)`, fix: fix && { ...fix, edits } }
  return faults.flatMap((it) => (it.message !== unparted ? it : it === first ? told : []))
}

import { grouped } from '../../grouped.ts'
import type { Candidate, Role } from './candidate.ts'

/** What is written somewhere, and what it is for. */
export interface Judged {
  it: Candidate
  role: Role
}

/**
 * `Method | Path | Answer | Auth` above sections that document at least half of what it names: whatever its other columns are
 * called, the table lists endpoints, and the sections define them.
 */
export function withListedRows(all: readonly Judged[]): readonly Judged[] {
  const defined = all.flatMap(({ it, role }) => (role === 'definition' ? it : []))
  const lists = listsAmong(
    defined.filter(({ form, method }) => form === 'table' && method !== undefined),
    defined.filter(({ form }) => form !== 'table'),
  )
  const isRow = ({ it, role }: Judged) => role === 'definition' && it.form === 'table' && lists.has(it.block)
  return lists.size === 0 ? all : all.map((judged) => (isRow(judged) ? { it: judged.it, role: 'row' } : judged))
}

/** Where the tables begin that list what is stated elsewhere. */
function listsAmong(tabled: readonly Candidate[], stated: readonly Candidate[]): ReadonlySet<number> {
  const lists = new Set<number>()
  if (tabled.length < 2 || stated.length < 2) return lists
  const whole = new Set(stated.map(keyOf))
  const ends = new Set(stated.flatMap(endsOf))
  for (const [block, rows] of grouped(tabled, (it) => it.block)) {
    // The rows of a table that says of one endpoint its method and its URL are all about the same place.
    const places = new Set(rows.map(({ range }) => range[0]))
    const told = rows.filter((it) => ends.has(keyOf(it)) || endsOf(it).some((end) => whole.has(end)))
    if (told.length * 2 >= rows.length && told.length > 1 && places.size > 1) lists.add(block)
  }
  return lists
}

const parameter = /\{[^{}/]*\}|<[^<>/]*>|(?<=\/):\w+/g

function keyOf({ method, path }: Candidate): string {
  return `${method} ${path.replace(parameter, '{}').replace(/(?<=.)\/$/, '')}`
}

/** `/api/v1/pots` is `/v1/pots` and `/pots` for who leaves out the base. */
function endsOf(it: Candidate): string[] {
  const key = keyOf(it)
  const ends: string[] = []
  for (let at = key.indexOf('/'); at >= 0; at = key.indexOf('/', at + 1)) ends.push(`${it.method} ${key.slice(at)}`)
  return ends
}

import { onlyOne } from '../../../grouped.ts'
import { isMistyped } from '../../../spelling.ts'
import { squash } from '../../../text.ts'
import type { Document, Endpoint } from '../../../types.ts'
import type { EndpointIndex } from '../../types/endpoints.ts'
import type { EndpointGroup } from '../../types/groups.ts'
import type { Documented, StrayParameter, UndocumentedParameter } from '../../types/parameters.ts'
import { parameterNames } from '../paths.ts'

/** What a row has in braces, and its path does not: a letter off, another case, or nothing like it. */
interface BracedOdds {
  slips: UndocumentedParameter[]
  strays: StrayParameter[]
}

/** `pots/{potID}` where the path has `/pots/{potId}`: who puts a name into braces quotes the path, letter by letter. */
export function bracedOdds(index: EndpointIndex, document: Document): BracedOdds {
  const odds: BracedOdds = { slips: [], strays: [] }
  for (const [group, names] of index.parameters.documented(document)) {
    const rows = [...new Set(names.values())].filter(({ name }) => /^\{[\w-]+\}$/.test(name))
    const inPath = rows.length > 1 ? namesIn(index, group) : new Map<string, Endpoint>()
    const others = rows.filter(({ name }) => !inPath.has(bare(name)))
    if (others.length === rows.length) continue
    const slips = others.flatMap((row) => slipOf(row, inPath))
    odds.slips.push(...slips)
    const stray = onlyOne(others.filter((row) => !slips.some(({ as }) => as?.range === row.range)))
    const [endpoint] = group.definitions
    if (stray && endpoint && rows.length > 2) odds.strays.push({ name: bare(stray.name), range: stray.range, endpoint })
  }
  return odds
}

function slipOf({ name, range }: Documented, inPath: ReadonlyMap<string, Endpoint>): UndocumentedParameter[] {
  const written = bare(name)
  const meant = [...inPath].find(([it]) => squash(it) === squash(written) || isMistyped(it, written))
  return meant ? [{ endpoint: meant[1], name: meant[0], as: { name: written, range } }] : []
}

function namesIn(index: EndpointIndex, { definitions }: EndpointGroup): Map<string, Endpoint> {
  return new Map(definitions.flatMap((it) => parameterNames([index.path(it)]).map((name) => [name, it] as const)))
}

function bare(name: string): string {
  return name.slice(1, -1)
}

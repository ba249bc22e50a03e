import { onlyOne } from '../../../grouped.ts'
import { splitPath } from '../../../paths.ts'
import type { Contradiction } from '../../../schema/contradiction.ts'
import { foldName } from '../../../schema/keys.ts'
import type { Document, Sample } from '../../../types.ts'
import { shownBy } from '../context.ts'
import { viewsOf } from './fit.ts'
import { linked } from './linked.ts'
import type { SchemaLinks } from './types.ts'

const returns = /^\W*(?:returns?|response)\W*:/i

/**
 * "Returns: [Policy](policy.md)" above `{}`, or above what has next to nothing of a policy: one of the two was taken from elsewhere.
 * What has nothing of it at all is more often no response, whatever the title above says.
 */
export function unrelated(document: Document, sample: Sample, links: SchemaLinks): Contradiction[] {
  const json = shownBy(sample)
  if (json?.kind !== 'object' || json.elided || sample.tolerated.length > 0) return []
  const context = links.context(document, sample)
  if (context.role !== 'response' || context.failing || !links.saysWhatReturns(document)) return []
  const named = onlyOne(linked({ document, sample, context, views: viewsOf(json), links }))
  if (!named?.label || !returns.test(named.label.words)) return []
  const { document: page, schema, label } = named
  const keys = links.keys(links.extended(page, schema) ?? schema)
  const shown = json.members.map(({ key }) => key)
  const known = shown.filter((key) => keys.has(foldName(key)))
  if (shown.length > 0 && (known.length === 0 || known.length * 4 > shown.length)) return []
  const name = label.link.text || splitPath(page.path).name.replace(/\.\w+$/, '')
  const place = links.schema(page, schema)
  return [{ kind: 'unrelated', at: json.range, name, says: known.join(', '), shows: shown.join(', '), place }]
}

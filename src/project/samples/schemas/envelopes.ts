import { onlyOne } from '../../../grouped.ts'
import { foldName } from '../../../schema/keys.ts'
import type { Document, JsonMember, Schema } from '../../../types.ts'
import { titlesOf } from './agreement.ts'
import { fitOf, type Views, viewsOf } from './fit.ts'
import type { Candidate, Match, SchemaLinks } from './types.ts'

/** Many APIs wrap an object in its own name or in `data`, and document what is inside. */
export function strangeEnvelope(views: Views, document: Document, { section }: Schema): JsonMember | undefined {
  const node = onlyOne(onlyOne(views(0))?.nodes ?? [])
  const member = node?.kind === 'object' && !node.elided ? onlyOne(node.members) : undefined
  if (member?.value.kind !== 'object') return undefined
  const key = foldName(member.key).replace(/s$/, '')
  const titles = foldName(titlesOf(document, section) + document.path).replace(/\W+/g, '')
  return titles.includes(key) || /^(?:data|result|response|item|payload|body|value|content|object|entity)$/.test(key)
    ? undefined
    : member
}

/** `pots` where the table that the author names has nothing but a `potList`: what that holds is what `pots` shows. */
export function renamedList(
  named: readonly Candidate[],
  views: Views,
  links: SchemaLinks,
): Pick<Match, 'schema' | 'roots' | 'renamed'> | undefined {
  const [node] = views(0)[0]?.nodes ?? []
  if (node?.kind !== 'object' || node.elided) return undefined
  const member = onlyOne(node.members.filter(({ value }) => value.kind === 'array'))
  if (!member) return undefined
  const shown = viewsOf(member.value)
  for (const { document, schema, named: by } of named) {
    const item = by === 'table' ? links.listed({ document, schema, named: by }) : undefined
    if (!item) continue
    const { nodes, share, known, level } = fitOf(shown, links.keys(item.schema))
    if (level === 0 && known > 1 && share >= 0.7) {
      const renamed = { member, place: links.schema(document, schema) }
      return { schema: links.schema(item.document, item.schema), roots: nodes, renamed }
    }
  }
  return undefined
}

import type { EndpointGroup } from '../../types/groups.ts'
import type { DocumentedPath } from '../../types/parameters.ts'
import { textOf } from '../groups.ts'

/** `### Parameters`, and below it "None."; `**Parameters:** none`; `Parameters:`, and below it `- None`. */
export function deniesAny(group: EndpointGroup, isUrlPath: boolean): boolean {
  return denied(none, group, isUrlPath)
}

/** What stands behind a label: that there is nothing, and perhaps the tag that ends its line. */
const nothing =
  '(?: ?<br ?/?>)?\\s{1,6}(?:[*-] )?[`*_]{0,2}(?:none|n/a|ningun[oa]s?|nenhum|keine|aucun)[`*_]{0,2}\\.?(?: ?<br ?/?>)?[ \\t]*$'

const none = new RegExp(`^(?:#{2,6} |[*_]{2})?(?:(?:path|(?<url>ur[il])) )?param(?:eter)?s?[:*_]{0,4}${nothing}`, 'im')

/**
 * The same of the path alone: whatever else the section documents, it has none of what its path has. "URI parameters" are those of the
 * path only where other sections list such below that title; else they may be what stands behind the path.
 */
export function deniesInPath(group: EndpointGroup, isUrlPath: boolean): boolean {
  return denied(noneInPath, group, isUrlPath)
}

const noneInPath = new RegExp(
  `^(?:#{2,6} |[*_]{2}|[*-] [*_]{2})?(?:path|(?<url>ur[il]))[ -](?:param(?:eter)?|variable)s?:?[*_]{0,2}:?${nothing}`,
  'im',
)

/** `## Path parameters`, and below it words, but none of what the path has. What a template brings nobody sees. */
export function announcesInVain({ group, inPath }: DocumentedPath): boolean {
  const text = textOf(group)
  if (group.definitions.length !== 1 || !pathTitle.test(text) || /\{[{%]|<%|^[ \t]*[<|]/m.test(text)) return false
  return inPath.every(({ name }) => text.split(name).length === 2)
}

const pathTitle = /^#{2,6} (?:path|ur[il]) param(?:eter)?s?\b/im

function denied(denial: RegExp, group: EndpointGroup, isUrlPath: boolean): boolean {
  const said = group.definitions.length === 1 ? denial.exec(textOf(group)) : null
  return said !== null && (isUrlPath || said.groups?.url === undefined)
}

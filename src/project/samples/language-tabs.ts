import { items, member, members, text } from '../../parse/json.ts'
import { isBelow, splitPath } from '../../paths.ts'
import type { Document, JsonNode } from '../../types.ts'
import { once } from '../once.ts'
import type { Sources } from '../types/project.ts'

/** Whether a label is the tab in which a page shows a fence, as `language_tabs` of Slate and its kin say, there or in a folder above. */
export function indexLanguageTabs({
  documents,
  pageHeads,
}: Pick<Sources, 'documents' | 'pageHeads'>): (document: Document, label: string) => boolean {
  const tabs = once(() => {
    const heads = Array.from(documents.values(), ({ path, facts }) => [path, facts.frontMatter?.data] as const)
    return [...heads, ...(pageHeads ?? [])].flatMap(([path, data]) => tabsOf(path, data) ?? [])
  })
  return ({ path }, label) => tabs().some(({ folder, labels }) => labels.has(label) && isBelow(path, folder))
}

/** `- bash`, or `- bash: Shell`, where the tab has a name of its own. */
function tabsOf(path: string, data: JsonNode | undefined): { folder: string; labels: ReadonlySet<string> } | undefined {
  const labels = items(member(data, 'language_tabs')).map((it) => text(it) ?? members(it)[0]?.key ?? '')
  if (labels.length === 0) return undefined
  return { folder: splitPath(path).folder, labels: new Set(labels) }
}

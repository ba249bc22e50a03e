import type { Facts } from '../../../types.ts'
import type { Syntax } from '../../syntax.ts'
import { openContainers } from './containers.ts'
import { openEditorTags } from './editor-tags.ts'
import { lostSlashes } from './lost-slashes.ts'
import { namedEnds } from './named-ends.ts'
import { openQuotes } from './open-quotes.ts'
import { strangeTags } from './strange-tags.ts'
import { strayEnds } from './stray-ends.ts'
import { tableSlips } from './table-slips.ts'
import { unclosedElements } from './unclosed.ts'

/** Elements and tags of editors that lack their beginning or their end, and tags that are words of a sentence. */
export function oddTags(syntax: Syntax): Pick<Facts, 'unclosed' | 'strangeTags'> {
  const lost = lostSlashes(syntax)
  return {
    unclosed: [
      ...unclosedElements(syntax),
      ...openEditorTags(syntax),
      ...openContainers(syntax),
      ...strayEnds(syntax),
      ...tableSlips(syntax),
      ...openQuotes(syntax),
      ...lost,
    ],
    strangeTags: [...strangeTags(syntax, lost), ...namedEnds(syntax)],
  }
}

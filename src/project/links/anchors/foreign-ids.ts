import { counted } from '../../../grouped.ts'
import { editsBetween } from '../../../spelling.ts'
import { squash } from '../../../text.ts'
import type { Document } from '../../../types.ts'
import { once } from '../../once.ts'
import { within } from '../../ranges.ts'
import type { ForeignId } from '../../types/links.ts'
import type { Project } from '../../types/project.ts'

/** So many headings that are called as their anchors are a custom, where few are called otherwise. */
const [many, share] = [20, 8]
/** Shorter names lie close together. */
const longName = 8

/**
 * `` ### `paid_at` {#made_at} ``: the anchor of another field, or a letter off of its own, where all other headings of the
 * project have theirs. A heading that is only called more briefly has its own all the same.
 */
export function indexForeignIds({ documents }: Project): (document: Document) => readonly ForeignId[] {
  const known = once(() => {
    const all = [...documents.values()].flatMap(headingsOf)
    const own = all.filter(isOwn)
    const names = counted(own.map(({ name }) => name))
    return { names, isCustom: own.length >= many && (all.length - own.length) * share <= all.length }
  })
  return (document) => {
    const strange = headingsOf(document).filter((it) => !isOwn(it))
    if (strange.length === 0 || !known().isCustom) return []
    const ids = document.facts.anchors.map(({ id }) => id)
    return strange.filter((it) => {
      const isAnother = (known().names.get(it.id) ?? 0) > 1 || isMisspelt(it)
      // What stands twice is told as such.
      return isAnother && ids.filter((id) => id === it.id).length === 1
    })
  }
}

/** A name that is all of the code; somebody may have forgotten to close that. */
const named = /^#{1,6} +`([A-Za-z][\w.[\]]{2,60})(?:`| +\{)/

function headingsOf({ text, facts: { anchors, sections } }: Document): ForeignId[] {
  return anchors.flatMap(({ id, kind, range, section }) => {
    const heading = kind === 'attribute' ? sections[section]?.heading : undefined
    const name = heading && within(range, heading) ? named.exec(text.slice(...heading))?.[1] : undefined
    return name === undefined ? [] : [{ id, range, name }]
  })
}

/** `{#urls-status}` at `configuration[urls][status]`. */
function isOwn({ id, name }: ForeignId): boolean {
  const [one, other] = [squash(id), squash(name)]
  return one.endsWith(other) || other.endsWith(one)
}

function isMisspelt({ id, name }: ForeignId): boolean {
  return squash(name).length >= longName && editsBetween(squash(id), squash(name)) === 1
}

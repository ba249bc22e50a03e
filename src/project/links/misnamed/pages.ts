import { splitPath } from '../../../paths.ts'
import type { Document } from '../../../types.ts'
import type { MisnamedTarget } from '../../types/links.ts'
import type { Project } from '../../types/project.ts'

/** A path of plain names, as links have it that leave out the extension. */
const path = /^(?:\.{0,2}\/)?(?:[\w-]+\/)+[\w-]+$/

/**
 * `[api/lids](api/pots)`: a link that is called by the path of one page, as its site writes such paths, and leads to another one of that
 * folder.
 */
export function misnamedPages({ resolve }: Project, document: Document): MisnamedTarget[] {
  return document.facts.links.flatMap((link): MisnamedTarget[] => {
    const { kind, text, url } = link
    if (kind !== 'link' || !text.includes('/') || text === url || !path.test(text) || !path.test(url)) return []
    if (splitPath(text).folder.replace(/^\.?\//, '') !== splitPath(url).folder.replace(/^\.?\//, '')) return []
    const [named, aim] = [resolve(document, { ...link, url: text }), resolve(document, link)]
    const isOther = named.kind === 'document' && aim.kind === 'document' && named.path !== aim.path
    return isOther ? [{ link, named: text, aim: url }] : []
  })
}

import { regionNames } from '../../facts/includes/regions.ts'
import { mechanism } from '../../site/mechanisms.ts'
import type { Include } from '../../types.ts'
import { foldAnchor } from '../sections.ts'
import type { IncludePart, IncludeTarget } from '../types/includes.ts'
import type { Project } from '../types/project.ts'

export function findPart(project: Project, include: Include, target: IncludeTarget): IncludePart {
  const { selector } = include
  if (!selector || (target.kind !== 'document' && target.kind !== 'file')) return { kind: 'unknown' }
  const text = project.textOf(target.path)
  if (text === undefined) return { kind: 'unknown' }
  if (selector.kind === 'text') {
    return text.includes(selector.text.replaceAll('\\n', '\n'))
      ? { kind: 'found' }
      : { kind: 'missing', path: target.path, names: new Set() }
  }
  if (selector.kind === 'lines') {
    const lines = text.replace(/\r?\n$/, '').split('\n').length
    // Who counts the end of the last line as one more gets all that is meant.
    const asked = Math.max(selector.from ?? 0, (selector.to ?? 0) - 1)
    return asked <= lines ? { kind: 'found' } : { kind: 'short', path: target.path, lines }
  }
  const style = mechanism(include.mechanism)?.regions
  if (!style) return { kind: 'unknown' }
  const names = regionNames(text, style)
  if (names.has(selector.name)) return { kind: 'found' }
  // VitePress takes a heading's anchor for a region of a page.
  const headings = project.document(target.path)?.facts.sections.map(({ title }) => foldAnchor(title)) ?? []
  if (style === 'regions' && headings.includes(foldAnchor(selector.name))) return { kind: 'found' }
  return { kind: 'missing', path: target.path, names }
}

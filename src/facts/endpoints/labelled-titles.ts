import { grouped, shelve } from '../../grouped.ts'
import type { Syntax } from '../syntax.ts'
import { type Candidate, candidates, from } from './candidate.ts'
import { labelledVerb, paired, pathLabel, type Verb } from './labels.ts'
import { readUrl } from './request-line.ts'

/** ``### Method: `POST` `` and ``### URL: `/x` ``, side by side: the section that holds both titles documents the endpoint. */
export function labelledTitles(syntax: Syntax): Candidate[] {
  const { text, sections } = syntax
  const verbs = new Map<number, Verb[]>()
  const paths: Candidate[] = []
  for (const { range, section: own } of syntax.all('heading')) {
    const source = text.slice(...range)
    if (!/^#[^\n]*[:：]/.test(source)) continue
    const section = sections[own]?.parent ?? 0
    const verb = labelledVerb(source, range[0])
    if (verb) shelve(verbs, section, verb)
    const label = source.includes('/') ? pathLabel.exec(source) : null
    const url = label ? readUrl(source, label.index + label[0].length, label[0].endsWith('`')) : undefined
    paths.push(...candidates(url, from(range[0]), { form: 'label', section, block: range[0] }))
  }
  if (verbs.size === 0) return []
  return [...grouped(paths, ({ section }) => section)].flatMap(([section, own]) =>
    paired(own, verbs.get(section) ?? []),
  )
}

import type { Section } from '../../types.ts'
import { isHttpMethod, methods } from '../methods.ts'
import { titleWords } from '../sections.ts'
import type { Syntax } from '../syntax.ts'
import { withoutBadges } from './badges.ts'
import { type Candidate, candidates, from } from './candidate.ts'
import { type Verb, withVerb } from './labels.ts'
import { methodNames, pathNames, readUrl } from './request-line.ts'

/** `#### URL` above a path and `#### Method` above a verb: the section that holds both documents the endpoint. */
export function titled(syntax: Syntax): Candidate[] {
  const { sections, text } = syntax
  const verbs = verbsOfSections(syntax)
  if (verbs.size === 0) return []
  return syntax.all('paragraph').flatMap(({ range, section }) => {
    if (!isTitled(sections[section], ofPath)) return []
    const source = text.slice(...range)
    const start = range[0] + (/^[`*_<]*/.exec(source)?.[0].length ?? 0)
    // Code and nothing else is a path, whatever it begins with.
    const url = readUrl(source, start - range[0], /^`[^`\s]+`$/.test(source))
    const about = { form: 'label', section: sections[section]?.parent ?? 0, block: range[0] } as const
    return candidates(url, from(range[0]), about).flatMap((it) => withVerb(it, verbs.get(it.section)))
  })
}

/** The same for a path in a block of code, which may have a title of its own below `#### URL`. */
export function withTitledVerbs(candidates: Candidate[], syntax: Syntax): Candidate[] {
  const { sections } = syntax
  const verbs = verbsOfSections(syntax)
  if (verbs.size === 0) return candidates
  return candidates.flatMap((it) => {
    const own = sections[it.section]
    const title = isTitled(own, ofPath) ? own : sections[own?.parent ?? 0]
    if (it.method !== undefined || it.role !== undefined || !title || !isTitled(title, ofPath)) return [it]
    const found = withVerb({ ...it, section: title.parent ?? 0 }, verbs.get(title.parent ?? 0))
    return found.length > 0 ? found : [it]
  })
}

/** `HTTP Methods:`, and nothing else. */
const ofMethod = new RegExp(`^(?:${methodNames})s{0,2}$`, 'i')
/** `Request URL`, and nothing else. */
const ofPath = new RegExp(`^(?:${pathNames})s?$`, 'i')

function isTitled(section: Section | undefined, title: RegExp): boolean {
  return title.test(titleWords(section))
}

/** What each section says its verb is: in its own title, or below one of its titles. */
function verbsOfSections(syntax: Syntax): Map<number, Verb> {
  return new Map([...verbsInTitles(syntax), ...titledVerbs(syntax)])
}

/** ``#### `POST` Light a kiln`` above `##### Resource URL`: the title says the verb, and no path. */
function verbsInTitles({ sections, text }: Syntax): [number, Verb][] {
  return sections.flatMap(({ heading: [start, end] }, section): [number, Verb][] => {
    const title = text.slice(start, end)
    const found = title.includes('`') ? [...title.matchAll(codedVerb)] : []
    const [only] = found
    const isAbove = only && found.length === 1 && sections.some((it) => it.parent === section && isTitled(it, ofPath))
    if (!isAbove) return []
    const at = start + only.index + 1
    return [[section, { method: only[1] as string, range: [at, at + only[0].length - 2] }]]
  })
}

/** With a path behind it, it is an endpoint by itself. */
const codedVerb = new RegExp(`\`(${methods})\`(?![^\\n]*[\\s\`]/)`, 'g')

/** Each verb that has a title for itself, by the section that holds the title. */
function titledVerbs(syntax: Syntax): Map<number, Verb> {
  const { sections, text } = syntax
  const verbs = new Map<number, Verb>()
  if (!sections.some((it) => isTitled(it, ofMethod))) return verbs
  // A badge that has a line for itself is HTML.
  for (const { range, section } of [...syntax.all('paragraph'), ...syntax.all('html')]) {
    const source = text.slice(...range)
    const shown = source.includes('<') ? withoutBadges(source) : source
    const [, marks = '', method = ''] = /^([`*_ ]*)([A-Z]{3,8})[`*_ ]*$/.exec(shown) ?? []
    const start = range[0] + marks.length
    if (isHttpMethod(method) && isTitled(sections[section], ofMethod))
      verbs.set(sections[section]?.parent ?? 0, { method, range: [start, start + method.length] })
  }
  return verbs
}

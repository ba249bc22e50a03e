import { defineRule, type Project, suggest, suggestAll } from '../../src/rule.ts'
import type { Endpoint, Finding, Fix } from '../../src/types.ts'

type Mismatch = ReturnType<Project['endpoints']['calls']['mismatches']>[number]
type WrongProcedure = ReturnType<Project['endpoints']['calls']['procedures']>[number]
type MisnamedLink = ReturnType<Project['endpoints']['misnamedLinks']>[number]
type ShownLink = ReturnType<Project['endpoints']['calls']['shownLinks']>[number]

export default defineRule({
  summary: 'A sample call, a link or a row names another endpoint than the one that is documented.',
  severity: 'error',

  *check(document, { project }) {
    const slips = new Set(
      project.endpoints
        .pathFaults(document)
        .filter(({ kind }) => kind === 'rare' || kind === 'odd')
        .map(wordOf),
    )
    for (const mismatch of project.endpoints.calls.mismatches(document)) {
      const { sample, definition, inDefinition, segment } = mismatch
      // The documented word is spelt like no other of the project, which is told of the word.
      if (segment && slips.has(wordOf({ endpoint: definition, part: segment.documented }))) continue
      const wrong = inDefinition ? definition : sample
      yield {
        at: (mismatch.kind === 'method' ? wrong.methodRange : undefined) ?? wrong.pathRange,
        message: messageOf(mismatch),
        // Case counts in a URL, but many a server is more generous.
        severity: differsInCase(mismatch) || mismatch.within === 'front matter' ? 'warning' : undefined,
        help: difference(mismatch),
        related: otherPlace(mismatch, document.path),
        fix: inDefinition ? undefined : rewrite(mismatch, document.text),
      }
    }
    yield* project.endpoints.misnamedLinks(document).map(misnamed)
    yield* project.endpoints.calls.procedures(document).map((it) => ofProcedure(it, document.path))
    for (const link of project.endpoints.calls.shownLinks(document)) yield slipInBody(link)
  },
})

function wordOf({ endpoint, part }: { endpoint: Endpoint; part: string }): string {
  return `${endpoint.path} ${part}`
}

function otherPlace({ sample, definition, inDefinition, within }: Mismatch, path: string): Finding['related'] {
  if (within === 'name') return undefined
  if (inDefinition) return [{ path, at: sample.pathRange, message: 'called here' }]
  const isSaid = within === 'sentence' || within === 'front matter'
  return [{ path, at: definition.pathRange, message: isSaid ? 'said here' : 'documented here' }]
}

function misnamed({ at, in: place, named, definition, where }: MisnamedLink): Finding {
  const related = where && [{ ...where, message: 'documented here' }]
  const says = `says "${nameOf(named)}"`
  if (place === 'address') return { at, message: `link ${says}, its address names "${nameOf(definition)}"` }
  if (place === 'page') {
    const message = `link ${says}, which is documented on another page than the one that it leads to`
    return { at, message, help: where && `link to ${where.path}`, severity: 'warning', related }
  }
  if (place === 'only') {
    const message = `link ${says}, the page that it leads to documents "${nameOf(definition)}"`
    return { at, message, severity: 'warning', related }
  }
  const [who, there] = place === 'text' ? ['link', 'its target'] : ['the row', 'the page that it links to']
  return { at, message: `${who} ${says}, ${there} documents "${nameOf(definition)}"`, related }
}

/** Nobody copies what a response shows, but who follows it gets lost. */
function slipInBody({ path, at, shown, meant, definition, document }: ShownLink): Finding {
  const [first = [0, 0]] = at
  return {
    at: first,
    message: `the sample shows "${path}"${at.length > 1 ? ` (${at.length} places)` : ''}, documented is "${nameOf(definition)}"`,
    severity: 'warning',
    help: `the two differ in "${shown}" and "${meant}"`,
    related: [{ path: document.path, at: definition.pathRange, message: 'documented here' }],
    fix: suggestAll(at, meant),
  }
}

function ofProcedure({ at, called, documented, titleRange }: WrongProcedure, path: string): Finding {
  return {
    at,
    message: `sample calls "${called}", its section documents "${documented}"`,
    related: [{ path, at: titleRange, message: 'documented here' }],
  }
}

function differsInCase({ segment }: Mismatch): boolean {
  return segment !== undefined && segment.called.toLowerCase() === segment.documented.toLowerCase()
}

function difference(mismatch: Mismatch): string | undefined {
  const { segment } = mismatch
  return segment && isAll(mismatch) ? `the two differ in "${segment.called}" and "${segment.documented}"` : undefined
}

/** Whether the two paths differ in that segment only: `my-key` in place of a documented word differs, too, though it looks like a value. */
function isAll({ sample, definition, segment }: Mismatch): boolean {
  const called = new Set(sample.path.split('/'))
  return definition.path.split('/').every((it) => called.has(it) || it === segment?.documented || !/^[\w-]*$/.test(it))
}

function messageOf({ sample, definition, kind, inDefinition, within = 'section' }: Mismatch): string {
  const documented = nameOf(definition)
  if (within === 'heading') return `the request line says ${sample.method}, its heading "${documented}"`
  if (within === 'sentence') return `sample sends ${sample.method}, the sentence above it says ${definition.method}`
  if (within === 'front matter') return `the heading says "${nameOf(sample)}", the front matter "${documented}"`
  if (within === 'name') return `the name of the page says ${definition.method}, which documents "${nameOf(sample)}"`
  if (kind === 'method') return `sample sends ${sample.method}, its ${within} documents "${documented}"`
  return inDefinition
    ? `"${definition.path}" is documented here, ${inDefinition === 'title' ? 'the title and the sample have' : 'the sample and the rest of the page have'} "${sample.path}"`
    : `sample calls "${sample.path}", its ${within} documents "${documented}"`
}

function nameOf({ method, path }: Pick<Endpoint, 'method' | 'path'>): string {
  return method ? `${method} ${path}`.trimEnd() : path
}

function rewrite(mismatch: Mismatch, text: string): Fix | undefined {
  const { segment } = mismatch
  const { path, pathRange } = mismatch.sample
  if (!segment || !isAll(mismatch) || text.slice(...pathRange) !== path) return undefined
  const parts = path.split('/')
  const at = parts.indexOf(segment.called)
  if (at < 0 || at !== parts.lastIndexOf(segment.called)) return undefined
  return suggest(pathRange, parts.with(at, segment.documented).join('/'))
}

import { defineRule, type Project, suggest, suggestAll } from '../../src/rule.ts'
import type { Document, Finding, Range } from '../../src/types.ts'

export default defineRule({
  summary: 'A sample contradicts its schema.',
  severity: 'error',

  *check(document, { project }) {
    yield* project.specs.examples(document).flatMap(besideIt)
    yield* project.endpoints.parameters.queryValues(document).flatMap(besideIt)
    yield* project.endpoints.calls.bare(document).flatMap(besideIt)
    yield* contradictions(document, project).flatMap((it) => told(it, project))
  },
})

function told(it: ReturnType<typeof contradictions>[number], project: Project): Finding[] {
  // Who reads a page looks for its own table first.
  const contract = project.documents.get(it.place.path)?.facts.spec && it.place.path
  const said = sayings[it.kind]?.(it, contract === undefined ? '' : ` in ${contract}`)
  if (!said) return []
  const { at, kind, place, shown } = it
  // A schema that cannot be read has no place to point to.
  const isKnown = !alone.has(kind) && (kind !== 'schema' || place.node.range[1] > 0)
  const documented = { path: place.path, at: place.node.range, message: as.has(kind) ? 'as here' : 'documented here' }
  const related = shown ? [{ ...shown, message: 'shown here' }] : isKnown ? [documented] : []
  const again = it.again.map((other) => ({ ...other, message: 'and here' }))
  const finding = { ...said, at, related: [...related, ...again], fix: shown ? undefined : said.fix }
  return [it.sample.container === 'form' ? { ...finding, ...ofForm } : finding]
}

/** What page and contract say of the first floor of a body, spec-parameter-drift compares by itself. */
function contradictions(document: Document, { samples, specs }: Project) {
  const isTold = ([start]: Range) => specs.fieldDrift(document).some(({ at }) => at[0] === start)
  return samples.contradictions(document).filter(({ kind, at }) => kind !== 'drift' || !isTold(at))
}

/** A form has neither types nor quotes. */
const ofForm = { severity: 'warning', fix: undefined } as const

/** What is held against another sample. */
const as: ReadonlySet<string> = new Set(['rare', 'lone', 'row', 'odd', 'mixed', 'quoted-flag', 'spelt'])

/** What is wrong whatever the schema says. */
const alone: ReadonlySet<string> = new Set(['moment', 'order', 'address', 'url', 'own', 'cut', 'uuid', 'literal'])

interface Beside extends Disagreement {
  kind: string
  place: { path: string; node: { range: Range } }
}

/** What a contract shows beside its schema, or a call beside its table: whoever reads it sees both. */
function besideIt(it: Beside): Finding[] {
  const said = sayings[it.kind]?.(it, '')
  const documented = { path: it.place.path, at: it.place.node.range, message: 'documented here' }
  const related = alone.has(it.kind) ? [] : [documented]
  return said ? [{ ...said, severity: 'warning', fix: undefined, at: it.at, related }] : []
}

interface Disagreement {
  at: Finding['at']
  name: string
  says: string
  shows: string
  near?: string
  repeats?: readonly Range[]
}

type Said = Omit<Finding, 'at'>

/** Kinds that are not here are the matter of other rules. */
const sayings: Readonly<Record<string, (it: Disagreement, where: string) => Said>> = {
  schema: ({ says }) => ({ message: says }),
  link: ({ name, says, shows }) => ({
    message: `"${name}" leads to "${says}", and the sample below it shows "${shows}"`,
    help: `link to the schema of "${shows}"`,
  }),
  envelope: ({ name, shows }) => ({
    message: `the sample wraps ${shows} in "${name}", which the schema lacks`,
    severity: 'warning',
  }),
  near: ({ at, name, near = '', repeats = [] }, where) => ({
    message: `"${name}" is documented${where} as "${near}"`,
    help: 'one of the two is misspelt',
    fix: suggestAll([at, ...repeats], JSON.stringify(near)),
  }),
  rare: ({ at, name, near = '' }) => ({
    message: `"${name}" stands in no other sample, where "${near}" stands beside the same names`,
    help: `did you mean "${near}"?`,
    severity: 'warning',
    fix: suggest(at, JSON.stringify(near)),
  }),
  lone: ({ at, name, near = '', repeats = [] }) => ({
    message:
      repeats.length === 0
        ? `"${name}" stands nowhere else, and the page has "${near}"`
        : `"${name}" stands ${repeats.length + 1} times, and the page has "${near}" far more often`,
    help: `did you mean "${near}"?`,
    severity: 'warning',
    fix: suggestAll([at, ...repeats], JSON.stringify(near)),
  }),
  row: ({ name, near = '' }) => ({
    message: `"${name}" stands nowhere else, and the page shows "${near}"`,
    help: `did you mean "${near}"?`,
    severity: 'warning',
  }),
  odd: (it) => shownOtherwise({ ...it, says: `as ${it.says} in the page's other samples` }),
  mixed: (it) => shownOtherwise({ ...it, says: `as ${it.says} in another item of the list` }),
  'quoted-flag': shownOtherwise,
  default: shownOtherwise,
  spelt: ({ name, says, shows }) => ({
    message: `"${name}" is "${shows}" here, and "${says}" elsewhere on the page`,
    help: 'one of the two is misspelt',
    severity: 'warning',
  }),
  style: ({ name, says }, where) => ({
    message: `"${name}" is documented${where} as "${says}", and the names beside it differ in the same way`,
    help: 'write all of them as one of the two does',
    severity: 'warning',
  }),
  unrelated: ({ name, says, shows }) => ({
    message:
      shows === ''
        ? `the section returns "${name}", and the sample is empty`
        : `the section returns "${name}", and of that the sample shows "${says}" only`,
    help: shows === '' ? `show a "${name}", or say that nothing is returned` : `the sample has ${shows}`,
    severity: 'warning',
  }),
  apart: ({ says, shows }) => ({
    message: `the sample shows ${shows}, and the call takes ${says}`,
    help: 'the sample and the table have no name in common',
    severity: 'warning',
  }),
  answered: ({ says, shows }) => ({
    message: `the sample shows ${shows}, and the table below it ${says}`,
    help: 'the two have no name in common',
    severity: 'warning',
  }),
  lacks: ({ name }) => ({
    message: `"${name}" is required, and the body lacks it`,
    severity: 'warning',
  }),
  bare: ({ name, says }) => ({ message: `"${name}" is required${says}, and the call sends nothing` }),
  type: ofAnotherType,
  drift: ({ name, says, shows }, where) => ({
    message: `${called(name)} is ${shows} here and in the sample, and documented${where} as ${says}`,
    severity: 'warning',
  }),
  quoted: (it, where) => ({ ...ofAnotherType(it, where), severity: 'warning' }),
  list: (it, where) => ({ ...ofAnotherType(it, where), severity: 'warning' }),
  format: ({ name, says, shows }, where) => ({
    message: `"${shows}" is no ${says}, as ${called(name)} is documented${where}`,
    severity: 'warning',
  }),
  length: ({ name, says, shows }, where) => ({
    message: `${called(name)} is documented${where} with ${says} characters at most, and shown with ${shows}`,
    severity: 'warning',
  }),
  limit: ({ name, says, shows }, where) => ({
    message: `${called(name)} is documented${where} as ${says}, and shown as ${shows}`,
    severity: 'warning',
  }),
  moment: ({ says, shows }) => ({ message: `"${shows}" cannot be: ${says}`, severity: 'warning' }),
  order: ({ name, says, shows }) => ({ message: `"${name}" is "${shows}", before ${says}`, severity: 'warning' }),
  url: ({ shows }) => ({ message: `"${shows}" is a URL with a blank`, help: 'delete it', severity: 'warning' }),
  own: ({ says, shows }) => ({
    message: `the object's own link names "${shows}", and its id is "${says}"`,
    severity: 'warning',
  }),
  literal: ({ says, shows }) => ({ message: `"${shows}" is ${says}`, severity: 'warning' }),
  uuid: ({ says, shows }) => ({ message: `"${shows}" is no UUID: ${says}`, severity: 'warning' }),
  address: ({ name, shows }) => ({
    message: `"${name}" shows "${shows}", which is no email address`,
    severity: 'warning',
  }),
  cut: ({ at, says, shows }) => ({
    message: `"${shows}" lacks the last digit of "${says}", which the page shows as well`,
    severity: 'warning',
    fix: suggest(at, says),
  }),
  value: ({ name, says, shows, near }, where) => ({
    message: `"${shows}" is not among the supported values of ${called(name)}${where}: ${says}`,
    help: near && `did you mean "${near}"?`,
  }),
}

function ofAnotherType({ name, says, shows }: Disagreement, where: string): Said {
  return { message: `${called(name)} is documented${where} as ${says}, and shown as ${shows}` }
}

function shownOtherwise({ name, says, shows }: Disagreement): Said {
  return { message: `"${name}" is shown as ${shows} here, and ${says}`, severity: 'warning' }
}

/** A whole body has no name. */
function called(name: string): string {
  return name === '' ? 'the value' : `"${name}"`
}

import { defineRule, type Project, problemsOf, suggest, suggestAll } from '../../src/rule.ts'
import type { Document, Finding, Range } from '../../src/types.ts'

export default defineRule({
  summary: 'A sample contradicts its schema.',
  severity: 'error',

  *check(document, { project }) {
    const { documents, endpoints, specs } = project
    // Whoever reads a contract, or a call and its table, sees both.
    const beside = [
      specs.examples(document),
      endpoints.parameters.queryValues(document),
      endpoints.calls.bare(document),
    ]
    for (const it of beside.flat()) {
      const found = told(it, document)
      if (found) yield { ...found, ...mildly }
    }
    yield* problemsOf(document, 'moment', 'warning')
    for (const it of contradictions(document, project)) {
      // Who reads a page looks for its own table first.
      const contract = documents.get(it.place.path)?.facts.spec && it.place.path
      const found = told(it, document, contract && ` in ${contract}`)
      if (!found) continue
      const { sample, shown } = it
      const related = shown ? [{ ...shown, message: 'shown here' }] : (found.related ?? [])
      const again = it.again.map((other) => ({ ...other, message: 'and here' }))
      const fix = shown ? undefined : found.fix
      // A form has neither types nor quotes.
      yield { ...found, related: [...related, ...again], fix, ...(sample.container === 'form' && mildly) }
    }
  },
})

const mildly = { severity: 'warning', fix: undefined } as const

/** What page and contract say of the first floor of a body, spec-parameter-drift compares by itself. */
function contradictions(document: Document, { samples, specs }: Project) {
  const isTold = ([start]: Range) => specs.fieldDrift(document).some(({ at }) => at[0] === start)
  return samples.contradictions(document).filter(({ kind, at }) => kind !== 'drift' || !isTold(at))
}

type Contradiction = ReturnType<Project['specs']['examples']>[number]
type Kind = Contradiction['kind']

function told(it: Contradiction, { path }: Document, where = ''): Finding | undefined {
  const { at, kind, place } = it
  const said = sayings[kind]?.(it, where)
  const [start, end] = place.node.range
  // A schema that cannot be read has no place to point to, nor has what is wrong whatever a schema says.
  const isPlaced = end > 0 && !(start === at[0] && place.path === path)
  const message = ofOthers.has(kind) ? 'as here' : 'documented here'
  const related = isPlaced ? [{ path: place.path, at: place.node.range, message }] : []
  return said && { ...said, at, severity: sure.has(kind) ? undefined : 'warning', related }
}

/** What is held against another sample. */
const ofOthers: ReadonlySet<Kind> = new Set([
  'rare',
  'lone',
  'sole',
  'row',
  'odd',
  'mixed',
  'quoted-flag',
  'spelt',
  'listed',
])
/** What nobody can have meant. */
const sure: ReadonlySet<Kind> = new Set(['schema', 'link', 'near', 'bare', 'type', 'value'])

type Said = Pick<Finding, 'message' | 'help' | 'fix'>

/** Kinds that are not here are the matter of other rules. */
const sayings: Partial<Record<Kind, (it: Contradiction, where: string) => Said>> = {
  schema: ({ says }) => ({ message: says }),
  link: ({ name, says, shows }) => ({
    message: `"${name}" leads to "${says}", and the sample below it shows "${shows}"`,
    help: `link to the schema of "${shows}"`,
  }),
  envelope: ({ name, shows }) => ({ message: `the sample wraps ${shows} in "${name}", which the schema lacks` }),
  near: ({ at, name, says, repeats = [] }, where) => ({
    message: `"${name}" is documented${where} as "${says}"`,
    help: 'one of the two is misspelt',
    fix: suggestAll([at, ...repeats], JSON.stringify(says)),
  }),
  rare: ({ at, name, says }) => ({
    message: `"${name}" stands in no other sample, where "${says}" stands beside the same names`,
    help: `did you mean "${says}"?`,
    fix: suggest(at, JSON.stringify(says)),
  }),
  lone: ({ at, name, says, repeats = [] }) => ({
    message:
      repeats.length === 0
        ? `"${name}" stands nowhere else, and the page has "${says}"`
        : `"${name}" stands ${repeats.length + 1} times, and the page has "${says}" far more often`,
    help: `did you mean "${says}"?`,
    fix: suggestAll([at, ...repeats], JSON.stringify(says)),
  }),
  sole: ({ at, name, says }) => ({
    message: `"${name}" is all that this object has, where most others have "${says}"`,
    help: `did you mean "${says}"?`,
    fix: suggest(at, JSON.stringify(says)),
  }),
  row: ({ name, says }) => ({
    message: `"${name}" stands nowhere else, and the page shows "${says}"`,
    help: `did you mean "${says}"?`,
  }),
  odd: (it) => shownOtherwise({ ...it, says: `as ${it.says} in the page's other samples` }),
  mixed: (it) => shownOtherwise({ ...it, says: `as ${it.says} in another item of the list` }),
  'quoted-flag': shownOtherwise,
  default: shownOtherwise,
  spelt: ({ name, says, shows }) => ({
    message: `"${name}" is "${shows}" here, and "${says}" elsewhere on the page`,
    help: 'one of the two is misspelt',
  }),
  listed: ({ name }) => ({ message: `the sample is a list, and "${name}" asks for one by its id` }),
  style: ({ name, says }, where) => ({
    message: `"${name}" is documented${where} as "${says}", and the names beside it differ in the same way`,
    help: 'write all of them as one of the two does',
  }),
  unrelated: ({ name, says, shows }) => ({
    message:
      shows === ''
        ? `the section returns "${name}", and the sample is empty`
        : `the section returns "${name}", and of that the sample shows "${says}" only`,
    help: shows === '' ? `show a "${name}", or say that nothing is returned` : `the sample has ${shows}`,
  }),
  apart: ({ says, shows }) => ({
    message: `the sample shows ${shows}, and the call takes ${says}`,
    help: 'the sample and the table have no name in common',
  }),
  answered: ({ says, shows }) => ({
    message: `the sample shows ${shows}, and the table below it ${says}`,
    help: 'the two have no name in common',
  }),
  lacks: ({ name }) => ({ message: `"${name}" is required, and the body lacks it` }),
  bare: ({ name, says }) => ({ message: `"${name}" is required${says}, and the call sends nothing` }),
  type: ofAnotherType,
  drift: ({ name, says, shows }, where) => ({
    message: `${called(name)} is ${shows} here and in the sample, and documented${where} as ${says}`,
  }),
  quoted: ofAnotherType,
  list: ofAnotherType,
  format: ({ name, says, shows }, where) => ({
    message: `"${shows}" is no ${says}, as ${called(name)} is documented${where}`,
  }),
  length: ({ name, says, shows }, where) => ({
    message: `${called(name)} is documented${where} with ${says} characters at most, and shown with ${shows}`,
  }),
  limit: ({ name, says, shows }, where) => ({
    message: `${called(name)} is documented${where} as ${says}, and shown as ${shows}`,
  }),
  moment: ({ says, shows }) => ({ message: `"${shows}" cannot be: ${says}` }),
  order: ({ name, says, shows }) => ({ message: `"${name}" is "${shows}", before ${says}` }),
  url: ({ shows }) => ({ message: `"${shows}" is a URL with a blank`, help: 'delete it' }),
  own: ({ says, shows }) => ({ message: `the object's own link names "${shows}", and its id is "${says}"` }),
  literal: ({ says, shows }) => ({ message: `"${shows}" is ${says}` }),
  uuid: ({ says, shows }) => ({ message: `"${shows}" is no UUID: ${says}` }),
  address: ({ name, shows }) => ({ message: `"${name}" shows "${shows}", which is no email address` }),
  cut: ({ at, says, shows }) => ({
    message: `"${shows}" lacks the last digit of "${says}", which the page shows as well`,
    fix: suggest(at, says),
  }),
  value: ({ name, says, shows, near }, where) => ({
    message: `"${shows}" is not among the supported values of ${called(name)}${where}: ${says}`,
    help: near && `did you mean "${near}"?`,
  }),
}

function ofAnotherType({ name, says, shows }: Contradiction, where: string): Said {
  return { message: `${called(name)} is documented${where} as ${says}, and shown as ${shows}` }
}

function shownOtherwise({ name, says, shows }: Contradiction): Said {
  return { message: `"${name}" is shown as ${shows} here, and ${says}` }
}

/** A whole body has no name. */
function called(name: string): string {
  return name === '' ? 'the value' : `"${name}"`
}

import { defineRule, problemsOf, suggest } from '../../src/rule.ts'
import type { Finding, JsonError, NameFault } from '../../src/types.ts'

export default defineRule({
  summary: 'A JSON sample is not valid JSON.',
  severity: 'error',

  *check(document, { project }) {
    const { path, facts } = document
    // How a schema spells a name is told beside the schema.
    const isSpelt = ({ range }: NameFault) =>
      project.samples
        .contradictions(document)
        .some(({ at, kind }) => at[0] === range[0] && /^(?:near|style)$/.test(kind))
    for (const { error, names = [], language, container } of facts.samples) {
      // A block without a language promises nothing: where no API is documented, it may be another notation that looks like JSON.
      const isSure = language !== '' || container === 'http' || container === 'curl' || project.endpoints.areDocumented
      for (const it of error ? [error, ...(error.others ?? [])] : []) {
        const severity = isSure && !isNotation(it) ? undefined : 'warning'
        yield { at: it.range, severity, message: it.message, help: it.help, fix: it.fix }
      }
      for (const it of names) if (it.first || !isSpelt(it)) yield ofName(it, path)
    }
    yield* problemsOf(document, 'json', 'warning')
  },
})

function ofName({ name, range, first }: NameFault, path: string): Finding {
  if (!first) {
    const meant = name.trim().replace(/:$/, '')
    const message = `the name "${name}" ${name.startsWith(meant) ? 'ends' : 'begins'} with a ${/:$/.test(name) ? 'colon' : 'blank'}`
    return { at: range, severity: 'warning', message, help: 'delete it', fix: suggest(range, `"${meant}"`) }
  }
  return {
    at: range,
    severity: 'warning',
    message: `"${name}" stands twice in this object, and most readers keep the last`,
    help: 'delete one of the two, or give it the name that is meant',
    related: [{ path, at: first, message: 'the first' }],
  }
}

/** Words in place of a value, or what is in brackets: the writer may say what stands there, in a notation that nobody else knows. */
function isNotation({ cause, found = '' }: JsonError): boolean {
  return cause === 'bare word' && /\s|^[(<[]/.test(found)
}

import { defineRule, suggest } from '../../src/rule.ts'
import type { Finding } from '../../src/types.ts'

export default defineRule({
  summary: 'A sample contradicts its schema.',
  severity: 'error',

  *check(document, { project }) {
    for (const it of project.samples.contradictions(document)) {
      // Who reads a page looks for its own table first.
      const contract = project.documents.get(it.place.path)?.facts.spec && it.place.path
      const said = say(it, contract === undefined ? 'documented' : `documented in ${contract}`)
      if (!said) continue
      const { at, kind, place, shown } = it
      // A schema that cannot be read has no place to point to.
      const isKnown = kind !== 'moment' && (kind !== 'schema' || place.node.range[1] > 0)
      const documented = { path: place.path, at: place.node.range, message: 'documented here' }
      const related = shown ? [{ ...shown, message: 'shown here' }] : isKnown ? [documented] : []
      yield { ...said, at, related, fix: shown ? undefined : said.fix }
    }
  },
})

interface Disagreement {
  kind: string
  at: Finding['at']
  name: string
  says: string
  shows: string
  near?: string
}

function say(
  { kind, at, name, says, shows, near = '' }: Disagreement,
  documented: string,
): Omit<Finding, 'at'> | undefined {
  switch (kind) {
    case 'schema':
      return { message: says }
    case 'link':
      return {
        message: `"${name}" leads to "${says}", and the sample below it shows "${shows}"`,
        help: `link to the schema of "${shows}"`,
      }
    case 'envelope':
      return { message: `the sample wraps ${shows} in "${name}", which the schema lacks`, severity: 'warning' }
    case 'near': {
      const fix = suggest(at, JSON.stringify(near))
      return { message: `"${name}" is ${documented} as "${near}"`, help: 'one of the two is misspelt', fix }
    }
    case 'style':
      return {
        message: `"${name}" is ${documented} as "${says}", and the names beside it in the same other spelling`,
        severity: 'warning',
      }
    case 'type':
      return { message: `"${name}" is ${documented} as ${says}, and shown as ${shows}` }
    case 'list':
      return { message: `"${name}" is ${documented} as ${says}, and shown as ${shows}`, severity: 'warning' }
    case 'format':
      return { message: `"${shows}" is no ${says}, as "${name}" is ${documented}`, severity: 'warning' }
    case 'length':
      return {
        message: `"${name}" is ${documented} with ${says} characters at most, and shown with ${shows}`,
        severity: 'warning',
      }
    case 'moment':
      return { message: `"${shows}" cannot be: ${says}`, severity: 'warning' }
    case 'value':
      return {
        message: `"${shows}" is not among the supported values of "${name}": ${says}`,
        help: near && `did you mean "${near}"?`,
      }
    default:
      return undefined
  }
}

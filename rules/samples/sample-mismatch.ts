import { defineRule, suggest } from '../../src/rule.ts'

export default defineRule({
  summary: 'A sample contradicts its schema.',
  severity: 'error',

  *check(document, { project }) {
    for (const it of project.samples.contradictions(document)) {
      const { kind, at, name, says, shows, near, place } = it
      const related = [{ path: place.path, at: place.node.range, message: 'documented here' }]
      if (kind === 'schema') {
        yield { at, message: says, related: place.node.range[1] > 0 ? related : [] }
      } else if (kind === 'link') {
        const message = `"${name}" leads to "${says}", and the sample below it shows "${shows}"`
        yield { at, message, help: `link to the schema of "${shows}"`, related }
      } else if (kind === 'near') {
        const fix = suggest(at, JSON.stringify(near))
        yield { at, message: `"${name}" is documented as "${near}"`, help: 'one of the two is misspelt', related, fix }
      } else if (it.isMisdocumented && place.path === document.path) {
        const message = `"${name}" is documented as ${says}, and shown as ${shows}`
        yield { at: place.node.range, message, related: [{ path: place.path, at, message: 'shown here' }] }
      } else if (kind === 'type') {
        yield { at, message: `"${name}" is documented as ${says}, and shown as ${shows}`, related }
      } else if (kind === 'list') {
        yield { at, message: `"${name}" is documented as ${says}, and shown as ${shows}`, related, severity: 'warning' }
      } else if (kind === 'value') {
        const help = near && `did you mean "${near}"?`
        yield { at, message: `"${shows}" is not among the supported values of "${name}": ${says}`, help, related }
      }
    }
  },
})

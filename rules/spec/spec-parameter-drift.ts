import { defineRule, type Project, suggest } from '../../src/rule.ts'
import { listed, wordIn } from '../../src/text.ts'
import type { Finding, Range } from '../../src/types.ts'

type Drift = ReturnType<Project['specs']['parameterDrift']>[number]

export default defineRule({
  summary: 'A page and an OpenAPI file describe a parameter differently.',
  severity: 'warning',

  *check(document, { project }) {
    for (const drift of project.specs.parameterDrift(document)) {
      const { kind, at, name, documented, specified, operation, input, more = [] } = drift
      const { specName: spec } = operation
      const place = input && (input.named ?? input.place)
      const messages = {
        name: `parameter "${documented}" is "${specified}" in ${spec}`,
        type: `"${name}" is ${documented} here and ${specified} in ${spec}`,
        required: `"${name}" is ${documented} here and ${specified} in ${spec}`,
        default: `"${name}" is "${documented}" by default here and "${specified}" in ${spec}`,
        value: `"${documented}" is no value of "${name}" in ${spec}`,
        place: `"${name}" stands in the ${documented} here and in the ${specified} in ${spec}`,
        extra: `${spec} has no parameter${more.length > 0 ? 's' : ''} ${listed([name, ...more])} for this endpoint`,
        missing: `the section leaves out the parameter "${name}" of ${spec}`,
      }
      // Without the marks around it.
      const own = wordIn(document.text, kind === 'value' ? documented : name, at)
      yield {
        at: kind === 'type' ? at : (own ?? at),
        message: messages[kind],
        help: helpFor(drift),
        related: [
          place
            ? {
                path: place.path,
                at: firstLine(place.node.range),
                message: `"${input.name}" in the contract`,
              }
            : { path: operation.path, at: operation.at, message: 'the operation in the contract' },
        ],
        fix: kind === 'name' && own ? suggest(own, specified) : undefined,
      }
    }
    for (const it of project.specs.fieldDrift(document)) yield ofField(it, document.text)
  },
})

/** Which of the two is misspelt, nobody can tell: both describe the field, and no call shows it. */
function ofField(it: ReturnType<Project['specs']['fieldDrift']>[number], text: string): Finding {
  const { kind, at, name, documented, specified, spec, place } = it
  const isName = kind === 'name'
  return {
    at: (isName && wordIn(text, name, at)) || at,
    message: isName
      ? `field "${name}" is "${specified}" in ${spec}`
      : `"${name}" is ${documented} here and ${specified} in ${spec}`,
    related: [
      {
        path: place.path,
        at: firstLine(place.node.range),
        message: `"${isName ? specified : name}" in the contract`,
      },
    ],
  }
}

function helpFor({ kind, specified, more = [] }: Drift): string | undefined {
  if (kind === 'name') return `did you mean "${specified}"?`
  if (kind === 'value') return `it knows ${specified}`
  return kind === 'extra' && specified !== '' && more.length === 0 ? `did you mean "${specified}"?` : undefined
}

function firstLine([start]: Range): Range {
  return [start, start + 1]
}

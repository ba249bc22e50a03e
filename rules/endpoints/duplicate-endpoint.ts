import { defineRule } from '../../src/rule.ts'
import { someOf } from '../../src/text.ts'

export default defineRule({
  summary:
    'Two sections document one endpoint as different operations, or with different bodies, or two endpoints under one title or sentence.',
  severity: 'warning',

  *check(document, { project }) {
    for (const { first, second } of project.endpoints.duplicates(document)) {
      const { method, path, pathRange } = second.endpoint
      yield {
        at: pathRange,
        message: `${method} ${path} is documented as "${second.title}" and as "${first.title}"`,
        related: [{ path: first.path ?? document.path, at: first.endpoint.pathRange, message: 'documented here, too' }],
      }
    }
    for (const { endpoint, at, names, other } of project.samples.sentTwice(document)) {
      yield {
        at,
        message: `${endpoint.method} ${endpoint.path} takes ${someOf(names)} here, and ${someOf(other.names)} on another page`,
        related: [{ path: other.document.path, at: other.at, message: 'shown here' }],
      }
    }
    for (const { first, second } of project.endpoints.namesakes(document)) {
      const [one, other] = [first.endpoint, second.endpoint]
      const isSame = other.method === one.method && other.path === one.path
      yield {
        at: other.pathRange,
        message: isSame
          ? `${other.method} ${other.path} is documented twice as "${second.title}"`
          : `"${second.title}" is the title of ${other.method} ${other.path}, and of ${one.method} ${one.path}`,
        related: [{ path: first.path ?? document.path, at: one.pathRange, message: 'has the same title' }],
      }
    }
    for (const { group, at, from } of project.endpoints.copiedLeads(document)) {
      const { heading = [0, 0] } = from.document.facts.sections[from.section] ?? {}
      yield {
        at,
        message: `"${group.title}" has the description of "${from.title}"`,
        related: [{ path: from.document.path, at: heading, message: 'has the same description' }],
      }
    }
  },
})

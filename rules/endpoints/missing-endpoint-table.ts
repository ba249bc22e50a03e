import { grouped } from '../../src/grouped.ts'
import { defineRule, insert } from '../../src/rule.ts'
import { plural } from '../../src/text.ts'

export default defineRule({
  summary: 'A folder documents endpoints, and no table lists them.',
  severity: 'warning',

  *check(document, { project }) {
    for (const section of project.endpoints.listing.withoutTable(document)) {
      yield {
        at: section.heading,
        message: `"${section.title}" has no endpoint table, ${section.others} of the page's sections have one`,
        help: 'write method and path in a table, as the other sections do',
        related: [{ path: document.path, at: section.definition.pathRange, message: 'called here' }],
        fix: section.table && insert(section.table),
      }
    }
    const missing = project.endpoints.listing.missing(document)
    if (!missing) return
    const { folder, groups, isMore, partly, nowhere, table } = missing
    const pages = grouped(groups, (it) => it.document)
    const [own] = pages.get(document) ?? []
    yield {
      at: own?.definitions[0]?.pathRange ?? document.facts.sections[1]?.heading ?? [0, 0],
      message: `${isMore ? 'at least ' : ''}${plural(groups.length, 'endpoint')} in ${folder === '' ? 'this folder' : `"${folder}"`}, and no table lists them`,
      help: nowhere
        ? 'most folders of this project have none'
        : partly
          ? 'write one on the page, as others of the folder do'
          : 'write one on this page',
      related: [...pages]
        .filter(([it]) => it !== document)
        .map(([{ path }, [first]]) => ({
          path,
          at: first?.definitions[0]?.pathRange ?? [0, 0],
          message: 'documented here',
        })),
      severity: nowhere ? 'info' : undefined,
      fix: table && insert(table),
    }
  },
})

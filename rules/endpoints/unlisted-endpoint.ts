import { defineRule, insert, type Project, suggest } from '../../src/rule.ts'
import { wordIn } from '../../src/text.ts'
import type { Document, Endpoint, Finding } from '../../src/types.ts'

type Omission = ReturnType<Project['endpoints']['listing']['omissions']>[number]

export default defineRule({
  summary: 'An endpoint that the table of its neighbours leaves out.',
  severity: 'warning',

  check: (document, { project }) => [
    ...project.endpoints.listing.omissions(document).map((it) => omitted(it, document)),
    ...project.endpoints.calls.unlisted(document).map(called),
  ],
})

/** What the sections of a page call, and nothing else documents. */
function called({ method, path, pathRange }: Endpoint): Finding {
  return { at: pathRange, message: `the endpoint table leaves out "${method} ${path}", which is called here` }
}

function omitted(it: Omission, document: Document): Finding {
  if (it.kind === 'row') {
    const { method, path, name, range } = it.entry
    const listed = [method, path ?? name].filter(Boolean).join(' ')
    const scope = it.scope ? ` for "${it.scope}"` : ''
    return {
      at: range,
      message: `the ${it.isListed ? 'list has' : 'table lists'} "${listed}"${scope}, no section documents it`,
    }
  }
  const { pathRange: at, method, path } = it.endpoint
  if (it.kind === 'path') {
    if (it.listed) return otherwise(it.listed, it.endpoint, document)
    return {
      at,
      message: `the endpoint table leaves out "${method} ${path}"`,
      related: [{ path: document.path, at: it.table.range, message: 'the table' }],
      fix: it.row && insert(it.row),
    }
  }
  if (it.kind === 'page') {
    return {
      at,
      message: `the list of endpoints in ${it.overview} leaves out "${method} ${path}"`,
      related: [{ path: it.overview, at: it.at, message: 'lists the pages beside this one' }],
    }
  }
  const called = `"${it.group.title}" is ${it.group.method}`
  if (it.kind === 'unscoped') {
    return {
      at,
      message: `${called}, and the page's table of scopes lists none for it`,
      related: [{ path: document.path, at: it.table.range, message: 'the table' }],
    }
  }
  const listed = [...new Set(it.row.entries.map(({ method, path, name }) => method ?? path ?? name))].join(', ')
  return {
    at,
    message: `${called}, the scope "${it.scope}" is listed for ${listed}`,
    related: [{ path: it.document.path, at: it.row.range, message: 'listed here' }],
  }
}

function otherwise(
  listed: Endpoint,
  { method = '', path, pathRange: at }: Endpoint,
  { path: page, text }: Document,
): Finding {
  const related = [{ path: page, at: listed.range, message: 'listed here' }]
  const asked = `"${method} ${path}" stands in the endpoint table as`
  if (listed.method === method) return { at, message: `${asked} "${method} ${listed.path}"`, related }
  // Of a row, the range is that of the cell.
  const written = listed.method && listed.methodRange && wordIn(text, listed.method, listed.methodRange)
  return {
    at,
    message: `${asked} ${listed.method}, which no section documents`,
    related,
    fix: written ? suggest(written, method) : undefined,
  }
}

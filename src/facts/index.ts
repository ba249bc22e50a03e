import { blank } from '../parse/front-matter.ts'
import { guard } from '../parse/guard.ts'
import type { ParseMarkdown } from '../parse/markdown.ts'
import type { Dialect, Facts, Problem } from '../types.ts'
import { anchors } from './anchors.ts'
import { brokenTables } from './broken-tables.ts'
import { codeBlocks } from './code.ts'
import { frontMatterSuppressions } from './data-suppressions.ts'
import { endpointTables } from './endpoint-tables.ts'
import { endpoints } from './endpoints.ts'
import { fences } from './fences.ts'
import { frontMatter } from './front-matter.ts'
import { hosts } from './hosts.ts'
import { httpFaults } from './http-faults.ts'
import { includes } from './includes.ts'
import { links } from './links.ts'
import { templateExpressions } from './liquid.ts'
import { placeholders } from './placeholders.ts'
import { samples } from './samples.ts'
import { schemas } from './schemas.ts'
import { scopeWords } from './scope-words.ts'
import { scopes } from './scopes.ts'
import { statuses } from './statuses.ts'
import { suppressions } from './suppressions.ts'
import { Syntax } from './syntax.ts'
import { tables } from './tables.ts'
import { unclosedElements } from './unclosed.ts'

/** All that one Markdown document states. Pure: the same text and dialect always give the same facts. */
export function extract(path: string, text: string, dialect: Dialect, parse: ParseMarkdown): Facts {
  const tooComplex = guard(text)
  if (tooComplex) return nothing(text, [tooComplex])
  const head = frontMatter(text)
  const syntax = new Syntax(path, text, parse(head.frontMatter ? blank(text, head.frontMatter.range) : text))
  const found = tables(syntax)
  const blocks = codeBlocks(syntax)
  const stated = endpoints(syntax, blocks, found)
  const shown = fences(text, blocks)
  return {
    ...nothing(text, [...head.problems, ...brokenTables(syntax)]),
    frontMatter: head.frontMatter,
    sections: syntax.sections,
    anchors: anchors(syntax),
    links: links(syntax, head.frontMatter),
    includes: includes(syntax, head.frontMatter, dialect),
    tables: found,
    endpoints: stated,
    endpointTables: endpointTables(found, stated),
    ...scopes(syntax, scopeWords(dialect.scopes?.labels, dialect.scopes?.neutral)),
    statuses: statuses(syntax, blocks),
    hosts: hosts(syntax, blocks),
    samples: samples(syntax.sections, blocks, shown),
    fences: shown,
    httpFaults: httpFaults(blocks),
    schemas: schemas(syntax, found),
    templates: templateExpressions(syntax),
    unclosed: unclosedElements(syntax),
    placeholders: placeholders(syntax),
    suppressions: [...frontMatterSuppressions(head.frontMatter, text.length), ...suppressions(syntax)],
  }
}

/** The facts of a document that states nothing, or whose content could not be read. */
export function nothing(text: string, problems: Problem[] = []): Facts {
  return {
    problems,
    sections: [{ range: [0, text.length], heading: [0, 0], title: '', depth: 0, parent: -1 }],
    anchors: [],
    links: [],
    includes: [],
    tables: [],
    endpoints: [],
    endpointTables: [],
    statuses: [],
    hosts: [],
    scopes: [],
    scopeStatements: [],
    samples: [],
    fences: [],
    httpFaults: [],
    schemas: [],
    templates: [],
    unclosed: [],
    placeholders: [],
    suppressions: [],
  }
}

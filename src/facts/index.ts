import { guard } from '../parse/guard.ts'
import type { ParseMarkdown } from '../parse/markdown.ts'
import { parsePage } from '../parse/page.ts'
import { blank } from '../parse/rewrite.ts'
import type { Dialect, Facts, Include, Problem, Schema } from '../types.ts'
import { hosts } from './endpoints/hosts.ts'
import { endpoints } from './endpoints/index.ts'
import { endpointTables } from './endpoints/listings.ts'
import { namedPaths } from './endpoints/named-paths.ts'
import { statuses } from './endpoints/statuses.ts'
import { includes } from './includes/index.ts'
import { anchors } from './links/anchors.ts'
import { links } from './links/index.ts'
import { inertLinks } from './links/inert.ts'
import { nothing } from './nothing.ts'
import { frontMatterSuppressions } from './pages/data-suppressions.ts'
import { frontMatter } from './pages/front-matter.ts'
import { isHtmlPage } from './pages/html-page.ts'
import { inertLines } from './pages/inert-lines/index.ts'
import { templateExpressions } from './pages/liquid.ts'
import { names } from './pages/names.ts'
import { placeholders } from './pages/placeholders/index.ts'
import { suppressions } from './pages/suppressions.ts'
import { oddTags } from './pages/tags/index.ts'
import type { CodeBlock } from './samples/blocks/code.ts'
import { codeBlocks } from './samples/blocks/index.ts'
import { shallowCode } from './samples/blocks/shallow.ts'
import { escapedFences } from './samples/fences/escaped.ts'
import { fences } from './samples/fences/index.ts'
import { unfenced } from './samples/fences/unfenced.ts'
import { forms } from './samples/forms.ts'
import { samples } from './samples/index.ts'
import { shownEntities } from './samples/messages/entities.ts'
import { httpNames } from './samples/messages/http-names.ts'
import { httpFaults } from './samples/messages/index.ts'
import { unpartedTypes } from './samples/shown-types.ts'
import { oddSpans } from './samples/spans/index.ts'
import { wrongWeekdays } from './samples/weekdays.ts'
import { xmlSlips } from './samples/xml-slips.ts'
import { requiredTogether } from './schemas/exclusive.ts'
import { schemas } from './schemas/index.ts'
import { oddQuotes } from './schemas/odd-quotes.ts'
import { repeatedItems } from './schemas/repeated-items.ts'
import { repeatedValues } from './schemas/repeated-values.ts'
import { brokenTables } from './schemas/tables/broken-tables.ts'
import type { ReadTable } from './schemas/tables/cells.ts'
import { copiedDescriptions, copiedItems } from './schemas/tables/copied-descriptions.ts'
import { copiedVersions } from './schemas/tables/copied-versions.ts'
import { countedFlags } from './schemas/tables/counted-flags.ts'
import { emptyMarks } from './schemas/tables/empty-marks.ts'
import { tables } from './schemas/tables/index.ts'
import { misspeltTitles } from './schemas/tables/misspelt-titles.ts'
import { repeatedRows } from './schemas/tables/repeated-rows.ts'
import { rowless } from './schemas/tables/rowless.ts'
import { shiftedRows } from './schemas/tables/shifted-rows.ts'
import { swappedCells } from './schemas/tables/swapped-cells.ts'
import { typedExamples } from './schemas/tables/typed-examples.ts'
import { unclosedCode } from './schemas/tables/unclosed-code.ts'
import { scopes } from './scopes/index.ts'
import { scopeWords } from './scopes/words.ts'
import { Syntax } from './syntax.ts'

/** All that one Markdown document states. Pure: the same text and dialect always give the same facts. */
export function extract(path: string, whole: string, dialect: Dialect, parse: ParseMarkdown): Facts {
  const { text, problems } = guard(whole)
  if (text === undefined) return nothing(whole, problems)
  const head = frontMatter(text)
  const body = head.frontMatter ? blank(text, [head.frontMatter.range]) : text
  const syntax = new Syntax(path, text, parsePage(path, body, dialect, parse), dialect.tightHeadings)
  const found = tables(syntax)
  const blocks = codeBlocks(syntax, head.frontMatter)
  const stated = endpoints(syntax, blocks, found, head.frontMatter)
  const shown = fences(text, blocks)
  const exhibited = samples(syntax, blocks, shown)
  const pulled = includes(syntax, head.frontMatter, dialect)
  const described = schemas(syntax, found, exhibited, pulled)
  // Spread last: the engine takes ten times as long for an object that goes on behind what is spread.
  return {
    problems: [...problems, ...head.problems, ...slips(syntax, blocks, oddCells(syntax, found, described, dialect))],
    frontMatter: head.frontMatter,
    sections: syntax.sections,
    anchors: anchors(syntax),
    includes: pulled,
    tables: found.map(({ range, section }) => ({ range, section })),
    endpoints: stated,
    namedPaths: namedPaths(syntax, stated),
    endpointTables: endpointTables(found, stated, syntax.sections),
    statuses: statuses(syntax, blocks),
    hosts: hosts(syntax, blocks),
    samples: exhibited,
    forms: forms(blocks),
    fences: shown,
    unfenced: unfenced(syntax, shown, blocks),
    httpFaults: [...httpFaults(blocks), ...shownEntities(syntax, blocks)],
    schemas: described,
    templates: templateExpressions(syntax),
    placeholders: placeholders(syntax),
    names: { ...names(syntax, described), http: httpNames(syntax, blocks, found) },
    suppressions: [...frontMatterSuppressions(head.frontMatter, text.length), ...suppressions(syntax)],
    ...scopes(syntax, scopeWords(dialect)),
    ...writtenInMarkdown(syntax, blocks, head.frontMatter, pulled, dialect),
  }
}

function oddCells(syntax: Syntax, found: ReadTable[], described: Schema[], dialect: Dialect): Problem[] {
  return [
    ...brokenTables(syntax, dialect),
    ...shiftedRows(found),
    ...rowless(syntax, found),
    ...unclosedCode(syntax),
    ...emptyMarks(syntax),
    ...copiedDescriptions(found),
    ...copiedVersions(found),
    ...swappedCells(found),
    ...countedFlags(found),
    ...misspeltTitles(found, syntax.text),
    ...typedExamples(found, syntax.text),
    ...copiedItems(syntax.text, described),
    ...repeatedRows(found, described),
    ...requiredTogether(described, syntax.text),
  ]
}

/** What stands in code, or beside it; what cells of tables have is told already. */
function slips(syntax: Syntax, blocks: CodeBlock[], cells: Problem[]): Problem[] {
  return [
    ...cells,
    ...oddSpans(syntax, cells),
    ...escapedFences(syntax),
    ...shallowCode(syntax, blocks),
    ...repeatedValues(syntax),
    ...repeatedItems(syntax),
    ...unpartedTypes(blocks),
    ...oddQuotes(syntax),
    ...wrongWeekdays(syntax.text),
  ]
}

/** What a page that is HTML from end to end has in its own way, and nobody reads there. */
function writtenInMarkdown(
  syntax: Syntax,
  blocks: CodeBlock[],
  head: Facts['frontMatter'],
  pulled: Include[],
  dialect: Dialect,
) {
  if (isHtmlPage(syntax.text, head?.range[1]))
    return { links: [], inertLinks: [], unclosed: [], strangeTags: [], inertLines: [] }
  const { unclosed, strangeTags } = oddTags(syntax)
  return {
    links: links(syntax, head, pulled),
    inertLinks: inertLinks(syntax),
    unclosed: [...unclosed, ...xmlSlips(blocks)],
    strangeTags,
    inertLines: inertLines(syntax, dialect),
  }
}

import { mostFrequent, shelveOnce } from '../../../grouped.ts'
import { lineAt, startOfLine } from '../../../text.ts'
import type { Document, EndpointRow, EndpointTable } from '../../../types.ts'
import { sortedDocuments } from '../../documents.ts'
import { once } from '../../once.ts'
import type { EndpointGroup } from '../../types/groups.ts'
import type { Project } from '../../types/project.ts'

/** A table that gives scopes to methods, and how its columns are used. */
interface Model {
  document: Document
  table: EndpointTable
  /** Its header and delimiter row. */
  head: readonly string[]
  scope: number
  methods: number
  description: number
}

/** The heading and the table of scopes for some endpoints; undefined where the site writes other tables, or an endpoint names no scope. */
export type WriteUsage = (groups: readonly EndpointGroup[]) => string | undefined

/** House style: where most endpoint tables list methods per scope, a new one does. */
export function usageWriter(project: Project): WriteUsage {
  const model = once(() => houseModel(project))
  return (groups) => {
    const methods = methodsByScope(project, groups)
    const house = methods && model()
    if (!house) return undefined
    const { document, table, head } = house
    const heading = document.facts.sections[table.section]
    if (!heading || heading.depth === 0) return undefined
    const lines = [...methods].map(([scope, granted]) => row(project, house, scope, [...granted]))
    return `${document.text.slice(...heading.heading).trim()}\n\n${[...head, ...lines].join('\n')}\n`
  }
}

/** In the order of the sections; undefined unless each of them says which scopes it needs and how it is called. */
function methodsByScope(project: Project, groups: readonly EndpointGroup[]): Map<string, Set<string>> | undefined {
  const found = new Map<string, Set<string>>()
  for (const group of groups) {
    const own = project.scopes.endpoints.of(group.document).find((it) => it.group === group)
    const method = group.method ?? group.definitions.find((it) => it.method !== undefined)?.method
    if (!own || own.scopes.length === 0 || method === undefined) return undefined
    for (const { name } of own.scopes) shelveOnce(found, name, method)
  }
  return found.size > 0 ? found : undefined
}

function houseModel(project: Project): Model | undefined {
  const tables = sortedDocuments(project).flatMap((document) =>
    document.facts.endpointTables.map((table) => ({ document, table })),
  )
  const usages = tables.filter(({ table }) => table.kind === 'methods' && table.rows.some((it) => it.scopes.length > 0))
  const others = tables.filter(({ table }) => table.kind === 'paths' && table.rows.length > 1)
  if (usages.length < 3 || usages.length <= others.length) return undefined
  const models = usages.flatMap(({ document, table }) => modelOf(document, table) ?? [])
  const usual = mostFrequent(models.map(formOf))?.word
  return models.find((it) => formOf(it) === usual)
}

/** The heading that it stands below, and its head. */
function formOf({ document, table, head }: Model): string {
  const { facts, text } = document
  return [text.slice(...(facts.sections[table.section]?.heading ?? [0, 0])), ...head].join('\n')
}

function modelOf(document: Document, table: EndpointTable): Model | undefined {
  const [first] = table.rows
  const [scope] = first?.scopes ?? []
  const head = document.text.slice(startOfLine(document.text, table.range[0]), table.range[1]).split('\n').slice(0, 2)
  if (!first || scope === undefined) return undefined
  const cells = cellsOf(document, first)
  const scopeAt = cells.findIndex((it) => it.includes(scope))
  const methodsAt = cells.findIndex((it) => /^`?[A-Z]{3,7}\b/.test(it) && !it.includes(scope))
  const description = cells.findIndex((_, at) => at !== scopeAt && at !== methodsAt)
  if (scopeAt < 0 || methodsAt < 0 || cellsIn(head[0] ?? '').length !== cells.length) return undefined
  return { document, table, head, scope: scopeAt, methods: methodsAt, description }
}

/** What other tables say of the scope is said here, too. */
function row(project: Project, model: Model, scope: string, methods: string[]): string {
  const [titles = ''] = model.head
  const filled = new Map([
    [model.scope, `\`${scope}\``],
    [model.methods, methods.join(', ')],
    [model.description, descriptionOf(project, model, scope) ?? ''],
  ])
  const cells = cellsIn(titles).map((_, at) => filled.get(at) ?? '')
  return titles.trimStart().startsWith('|') ? `|${cells.join('|')}|` : cells.join('|')
}

function descriptionOf(project: Project, { description }: Model, scope: string): string | undefined {
  for (const document of project.documents.values()) {
    for (const it of document.facts.endpointTables.flatMap(({ rows }) => rows)) {
      const said = it.scopes[0] === scope ? cellsOf(document, it)[description] : undefined
      if (said) return said
    }
  }
  return undefined
}

function cellsOf({ text }: Document, { range }: EndpointRow): string[] {
  return cellsIn(lineAt(text, range[0]))
}

/** The cells of a row, without what stands around them. */
export function cellsIn(line: string): string[] {
  return line
    .trim()
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((it) => it.trim())
}

import { titleWords } from '../../../facts/sections.ts'
import { reference } from '../../../parse/json.ts'
import { judgeBy } from '../../../schema/judge.ts'
import { foldName } from '../../../schema/keys.ts'
import type { Place } from '../../../schema/place.ts'
import { leading } from '../../../text.ts'
import type { Document, Endpoint, JsonNode, Link, Sample, Schema } from '../../../types.ts'
import { parameterNames } from '../../endpoints/paths.ts'
import { later, once, onceEach, onceIn } from '../../once.ts'
import { inside } from '../../ranges.ts'
import type { EndpointGroup } from '../../types/groups.ts'
import type { Project } from '../../types/project.ts'
import { commonKeys, wrappingKeys } from '../common-keys.ts'
import { contextOf } from '../context.ts'
import { namesIn } from '../names.ts'
import { aboutOf, isSent } from './agreement.ts'
import { indexTypes } from './annotations.ts'
import { indexBeside } from './beside.ts'
import { indexDerived } from './derived.ts'
import { takenIn } from './echo.ts'
import { halvesOf } from './halves.ts'
import { indexInherited } from './inherited.ts'
import { labelOf } from './labels.ts'
import { operationOf } from './operations.ts'
import { indexTargets, wholeOf } from './targets.ts'
import { schemasByLetters } from './titled.ts'
import type { SchemaLinks, SchemaTargets } from './types.ts'

export function indexSchemaLinks(project: Project): SchemaLinks {
  const targets = indexTargets(project)
  const titled = onceEach(schemasByLetters)
  const derived = indexDerived(targets, titled)
  const types = later(() => indexTypes(project.documents.values()))
  const schema = (page: Document, it: Schema): Place => ({ path: page.path, node: derived(page, it) })
  const resolve = resolver(project, targets, schema)
  const commands = onceEach(({ facts }: Document) => facts.endpoints.filter(({ form }) => form === 'curl'))
  const links: SchemaLinks = {
    ...targets,
    schema,
    resolve,
    judge: judgeBy(resolve),
    halves: onceEach(halvesOf),
    keys: onceEach(namesIn),
    outsideTables: onceEach(linksOutsideTables),
    label: onceIn(labelOf),
    titled,
    beside: indexBeside(),
    inherited: indexInherited(project),
    operation: onceEach((group) => operationOf(project, group)),
    call: (document, section) => project.endpoints.of(document, section),
    pathNames: (document, section) => namesInPaths(project, links.call(document, section)),
    sentBy: (document, sample) => (sample.container === 'curl' ? commandAround(commands(document), sample) : undefined),
    isSent: onceIn(isSent),
    about: onceIn(aboutOf),
    taken: onceEach((document) => takenIn(document, links)),
    context: onceIn(contextOf),
    emptyTables: onceEach(({ text, facts }) =>
      facts.tables.filter(({ range }) => /^[^\n]*\n[^\n]*\s*$/.test(text.slice(...range))),
    ),
    saysWhatReturns: onceEach(({ text }) => /[Rr](?:eturns?|esponse)\W{0,9}:/.test(text)),
    ...listedNames(project),
    common: onceEach(commonKeys),
    annotated(document, sample) {
      const page = types(document, sample)
      return page && wholeOf(page, targets.object(page))
    },
  }
  return links
}

function namesInPaths({ endpoints }: Project, call: EndpointGroup | undefined): ReadonlySet<string> {
  return new Set(parameterNames(call?.definitions.map(endpoints.path) ?? []))
}

/** Of commands in the order of the text, the one that holds a sample. */
function commandAround(all: readonly Endpoint[], { range }: Sample): Endpoint | undefined {
  const last = all[leading(all, (it) => it.range[0] <= range[0]) - 1]
  return last && range[1] <= last.range[1] ? last : undefined
}

function listedNames(project: Project): Pick<SchemaLinks, 'isListed' | 'isWritten' | 'isEverywhere'> {
  const written = once(() => allNames(project, () => true))
  const listed = once(() => new Set([...written()].map(foldName)))
  const wrapping = once(() => wrappingKeys(project))
  const shared = once(() => new Set([...allNames(project, isOfAll)].map(foldName)))
  return {
    isListed: (name) => listed().has(foldName(name)),
    isWritten: (name) => written().has(name),
    isEverywhere: (name) => shared().has(foldName(name)) || (wrapping().has(name) && !listed().has(foldName(name))),
  }
}

/** Whoever asks has met a name that nothing near it documents, so that few projects are gone through. */
function allNames(
  { documents }: Project,
  isMeant: (schema: Schema, document: Document) => boolean,
): ReadonlySet<string> {
  const names = new Set<string>()
  for (const document of documents.values())
    for (const schema of document.facts.schemas)
      if (isMeant(schema, document)) for (const { path } of schema.fields) for (const it of path) names.add(it)
  return names
}

/** `Common Attributes`, as the title of a list. */
function isOfAll({ section }: Schema, { facts: { sections } }: Document): boolean {
  return /^(?:common|shared|base) (?:attributes|fields|properties|keys|columns|members)$/i.test(
    titleWords(sections[section]),
  )
}

function resolver(project: Project, targets: SchemaTargets, schema: SchemaLinks['schema']) {
  const followed = new Map<JsonNode, Place | undefined>()

  /** Contracts refer with pointers, pages with links. */
  function follow(place: Place, ref: string): Place | undefined {
    const from = project.documents.get(place.path)
    if (!from) return undefined
    if (from.facts.spec) return project.specs.resolve(place)
    const tag = /^\{\{(.*)\}\}$/.exec(ref)?.[1]
    const found = targets.target(from, tag === undefined ? { kind: 'link', url: ref } : { kind: 'shortcode', url: tag })
    if (!found) return undefined
    // A page may say more of an object than its first table does.
    const meant = found.named === 'table' ? found.schema : targets.object(found.document)?.sure
    return meant && schema(found.document, meant)
  }

  return (place: Place): Place | undefined => {
    const ref = reference(place.node)
    if (ref === undefined) return place
    if (!followed.has(place.node)) followed.set(place.node, follow(place, ref))
    return followed.get(place.node)
  }
}

function linksOutsideTables({ facts: { links, tables } }: Document): Link[] {
  const named = links.filter(({ kind }) => kind === 'link' || kind === 'shortcode')
  const tabled = new Set(tables.flatMap(({ range }) => inside(named, range)))
  return named.filter((it) => !tabled.has(it))
}

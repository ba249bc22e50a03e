import { grouped, onlyOne, shelveOnce } from '../../grouped.ts'
import { member, text } from '../../parse/json.ts'
import { squash } from '../../text.ts'
import type { Document } from '../../types.ts'
import { isVersion } from '../endpoints/paths.ts'
import { once } from '../once.ts'
import type { Contract, Documented, Likeness, Operation } from '../types/contracts.ts'
import type { Project } from '../types/project.ts'
import type { Comparison, Unspecified } from '../types/spec.ts'
import { likenesses, standIn } from './matching.ts'

/** Operations that no page documents, by the contract; contracts that no page speaks of are silent. */
export function undocumented(
  project: Project,
  { contracts }: Comparison,
  unspecified: Iterable<Unspecified>,
): Map<Document, readonly Operation[]> {
  // The one operation that a page means and misspells is documented: that it does so wrongly is said there.
  const meant = [...unspecified].flatMap(({ near }) => onlyOne(near?.operations ?? []) ?? [])
  const documented = new Set([...contracts.flatMap((it) => [...it.documented]), ...meant].map(keyOf))
  const superseded = rivalry(contracts)
  const open = contracts
    .filter((it) => isSpokenOf(it) && !superseded(it) && !isShown(it))
    .map((contract) => ({
      contract,
      operations: contract.operations.filter((it) => isOpen(it) && !documented.has(keyOf(it))),
    }))
    .filter(({ operations }) => operations.length > 0)
  if (open.length === 0) return new Map()
  const named = grouped(
    likenesses(
      namedEndpoints(project),
      open.flatMap((it) => it.operations),
    ),
    (it) => it.operation,
  )
  const tags = once(() => [...project.documents.values()].flatMap((it) => templateTags(it.text)).join('\n'))
  const seen = new Set<string>()
  return new Map(
    open.map(({ contract, operations }) => {
      const mentions = mentionsOf(contract, tags)
      const found = operations.filter((it) => {
        const key = keyOf(it)
        const isNew = !seen.has(key)
        seen.add(key)
        return isNew && !named.get(it)?.some((like) => names(like, contract)) && !mentions(it)
      })
      return [contract.document, found]
    }),
  )
}

function keyOf({ method, base, template }: Operation): string {
  return `${method} ${base}${template}`
}

/** A path without words, or with none but a version, is the root of an API: how would one tell where it is documented? */
function isOpen({ deprecated, internal, variants }: Operation): boolean {
  const isNamed = variants.some((it) => it.some((one) => one.kind === 'literal' && !isVersion(one.text)))
  return !deprecated && !internal && isNamed
}

/**
 * Pages document two in five of its operations: those that name a few of many are no reference. What tables list may be a
 * choice, unless that is nearly all.
 */
function isSpokenOf({ matches, documented, operations }: Contract): boolean {
  const told = matches.flatMap((it) => (it.documented.endpoint.role === 'definition' ? it.operation : []))
  const known = new Set(told).size
  const isTold = known >= 2 && known * 5 >= operations.length * 2
  return isTold || (documented.size >= 4 && documented.size * 5 >= operations.length * 4)
}

const shownAt = /#(?=\/|operation|tag\/)\/?(?:[\w%.~-]{1,80}\/){0,4}([\w%~-]{1,120})/g

/** Pages that lead to operations of the rendered contract (`/api/#/pots/post_pots`) leave to that what they do not tell. */
function isShown({ matches, operations }: Contract): boolean {
  const pages = new Set(matches.map(({ documented }) => documented.document.text))
  const links = [...pages].flatMap((it) => Array.from(it.matchAll(shownAt), ([, name = '']) => squash(name)))
  if (links.length === 0) return false
  const names = operations.map((it) => [
    squash(text(member(it.node, 'operationId')) ?? ''),
    squash(it.method + it.template),
  ])
  return new Set(links.filter((it) => names.some((own) => own.includes(it)))).size > 1
}

/** Two contracts of one product, a draft and what became of it: the one that pages follow speaks for both. */
function rivalry(contracts: readonly Contract[]): (contract: Contract) => boolean {
  const speakers = new Map<Documented, Set<Contract>>()
  for (const contract of contracts) {
    for (const { documented } of contract.matches) shelveOnce(speakers, documented, contract)
  }
  const shares = new Map(contracts.map((it) => [it, share(it)]))
  return (contract) => {
    // Who has all of its endpoints has the first one.
    const [first] = contract.matches
    const rivals = first ? (speakers.get(first.documented) ?? []) : contracts
    return [...rivals].some(
      (other) =>
        (shares.get(other) ?? 0) > (shares.get(contract) ?? 0) &&
        contract.matches.every(({ documented }) => speakers.get(documented)?.has(other)),
    )
  }
}

function share({ documented, operations }: Contract): number {
  return documented.size / operations.length
}

/** Whatever names a method and a path: calls, rows of tables, words in passing. */
function namedEndpoints(project: Project): Documented[] {
  return [...project.documents.values()].flatMap((document) =>
    document.facts.endpoints.flatMap((endpoint): Documented[] => {
      const group = project.endpoints.of(document, endpoint.section)
      const { variants, opaque } = project.endpoints.path(endpoint)
      if (opaque) return []
      const owner = group ?? standIn(document, endpoint)
      return [{ document, group: owner, endpoint, method: endpoint.method ?? group?.method, variants }]
    }),
  )
}

/** Under a mount of the contract; or under a misspelt one, on a page that documents its other operations. */
function names({ documented, operation, mount, loose }: Likeness, { mounts, matches }: Contract): boolean {
  if (documented.method !== undefined && documented.method !== operation.method) return false
  if (loose) return false
  return mounts.includes(mount) || matches.some((it) => it.documented.document === documented.document)
}

/**
 * Whether the end of an operation's path, which no other operation has, stands somewhere on the pages that document the
 * contract: in a sentence that abbreviates ("and `/history`"), or in a template that puts paths together.
 */
function mentionsOf(
  { matches, likenesses, operations }: Contract,
  tags: () => string,
): (operation: Operation) => boolean {
  const pages = new Set(matches.map(({ documented }) => documented.document))
  const text = once(() => [...pages].map((it) => it.text).join('\n'))
  const templates = [...new Set(operations.map(({ template }) => template))]
  const documented = new Set(likenesses.map(({ operation }) => operation.template))
  return ({ template }) => {
    const end = endOf(template)
    if (end === undefined) return false
    // A path that stands there with another method says nothing of this one.
    const isOwn = !documented.has(template) && templates.every((it) => it === template || !it.includes(end))
    return (isOwn && holds(text(), end)) || holds(tags(), template)
  }
}

/** The last words of the path: two where two stand together. */
function endOf(template: string): string | undefined {
  return /(?:\/[^/{}]+){1,2}(?=(?:\/\{[^/]*\})?\/?$)/.exec(template)?.[0]
}

/** `<% path = '/v3/items' %>` */
function templateTags(text: string): string[] {
  // Brackets are everywhere, and that sign is rare.
  const mayHold = text.includes('%') && (text.includes('<%') || text.includes('{%'))
  return mayHold ? (text.match(/<%[^%]{1,500}%>|\{%[^%]{1,500}%\}/g) ?? []) : []
}

function holds(text: string, path: string): boolean {
  for (let at = text.indexOf(path); at >= 0; at = text.indexOf(path, at + 1)) {
    if (!/^(?:[\w-]|\/[\w{:<])/.test(text.slice(at + path.length, at + path.length + 2))) return true
  }
  return false
}

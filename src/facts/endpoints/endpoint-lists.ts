import type { Nodes } from 'mdast'
import { getOrAdd, shelveOnce } from '../../grouped.ts'
import type { Located, Syntax } from '../syntax.ts'
import { readRequestLine } from './request-line.ts'

/** Every bullet of a list asks the same of it. */
const endpointLists = new WeakMap<Nodes, boolean>()

export function isEndpointList({ node, section }: Located, syntax: Syntax): boolean {
  return getOrAdd(endpointLists, node, () => {
    if (listsEndpoints(node, syntax.text)) return true
    return isFew(node, syntax.text) && hasListsBeside(syntax, section)
  })
}

/** One bullet or two, and each begins with an endpoint. */
function isFew(node: Nodes, text: string): boolean {
  return node.type === 'list' && node.children.length < 3 && node.children.every((it) => isRequest(headOf(it, text)))
}

/** By the section that they are parts of, those that hold a list of endpoints. */
const listing = new WeakMap<Syntax, ReadonlyMap<number, ReadonlySet<number>>>()

/** `### Pots` and `### Lids` list endpoints, so what `### Kilns` has of them is a list, however short. */
function hasListsBeside(syntax: Syntax, section: number): boolean {
  const { depth = 0, parent = 0 } = syntax.sections[section] ?? {}
  return depth > 0 && (getOrAdd(listing, syntax, () => listingSections(syntax)).get(parent)?.size ?? 0) > 1
}

function listingSections(syntax: Syntax): ReadonlyMap<number, ReadonlySet<number>> {
  const found = new Map<number, Set<number>>()
  for (const { node, section } of syntax.all('list'))
    if (listsEndpoints(node, syntax.text)) shelveOnce(found, syntax.sections[section]?.parent ?? 0, section)
  return found
}

/** Three or more bullets that each begin with an endpoint, or with a link to its page and the endpoint in code, are a list of endpoints. */
function listsEndpoints(node: Nodes, text: string): boolean {
  if (node.type !== 'list' || node.children.length < 3) return false
  const isMost = (count: number) => count >= 3 && count * 2 > node.children.length
  const heads = node.children.map((it) => headOf(it, text))
  return isMost(heads.filter(isRequest).length) || isMost(heads.filter(linksToRequest).length)
}

function headOf(item: Nodes, text: string): string {
  const start = item.position?.start.offset ?? 0
  return text.slice(start, start + 400).replace(/^[ \t]*(?:[-*+]|\d+[.)])[ \t]+/, '')
}

function isRequest(head: string): boolean {
  return readRequestLine(head.slice(0, 120).replace(/^[`*_[<]*/, '')) !== undefined
}

/** `[Read a pot](read-pot.md): `, and the endpoint in code; `[Read](#read)` leads to a section, and is no other page. */
const link = /^[*_]{0,2}\[[^\]\n]{1,100}\]\((?!#|[a-z]+:)[^()\s]{1,200}\)[*_]{0,2}[ \t]*(?:[-–—:|][ \t]*)?`/

function linksToRequest(head: string): boolean {
  const lead = link.exec(head)?.[0]
  return lead !== undefined && readRequestLine(head.slice(lead.length)) !== undefined
}

/** Whether nothing stands before an endpoint of such a list but the link to its page. */
export function isBehindLink(isListed: boolean, before: string): boolean {
  return isListed && link.exec(before)?.[0].length === before.length
}

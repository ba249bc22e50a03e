import type { Nodes } from 'mdast'
import { getOrAdd } from '../../grouped.ts'
import type { Located } from '../syntax.ts'
import { readRequestLine } from './request-line.ts'

/** Every bullet of a list asks the same of it. */
const endpointLists = new WeakMap<Nodes, boolean>()

export function isEndpointList({ node }: Located, text: string): boolean {
  return getOrAdd(endpointLists, node, () => listsEndpoints(node, text))
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

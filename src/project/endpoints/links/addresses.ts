import { pointedKey } from '../../../parse/json.ts'
import { editsBetween } from '../../../spelling.ts'
import { decodePercent } from '../../../text.ts'
import type { Document } from '../../../types.ts'
import type { EndpointIndex, MisnamedLink, Named } from '../../types/endpoints.ts'
import { shape } from '../paths.ts'
import { agree, same } from '../same.ts'

/** `…/paths/~1kites~1{id}/delete`: a place in a contract, as readers of such have it in their addresses; `#get-v1kites`: what a title becomes. */
export function otherAddress(index: EndpointIndex, named: Named, url: string): Named | undefined {
  if (named.path === '') {
    const method = titledMethod.exec(url)?.[1]?.toUpperCase()
    return method === undefined || method === named.method ? undefined : { method, path: '' }
  }
  if (!url.includes('paths/~1')) return undefined
  const [, path = '', method = ''] =
    /(?:^|[/#])paths\/((?:~1[^/?#]*)+)\/(get|post|put|patch|delete|head)(?=$|[/?#])/.exec(url) ?? []
  if (path === '') return undefined
  const address = {
    method: method.toUpperCase(),
    path: pointedKey(decodePercent(path)),
  }
  return isNamesake(index, named, address) ? undefined : address
}

/** A path that begins with a version: `#post-office` may be about offices. */
const titledMethod = /#(get|post|put|patch|delete)-(?=v\d)/

/** One endpoint, whatever its parameters are called, as long as none of their names is a slip of another. */
function isNamesake(index: EndpointIndex, named: Named, address: Named): boolean {
  if (!agree(named, address)) return false
  if (shape(named.path) !== shape(address.path)) return same(index, named, address)
  return named.path === address.path || editsBetween(named.path, address.path) > 1
}

/** `[kilnLidsCreate](/reference#/operations/kilnLidCreate)`: an operation by its name, and its place in a reference. */
export function otherOperations({ facts }: Document): MisnamedLink[] {
  return facts.links.flatMap(({ range: at, text, url }): MisnamedLink[] => {
    const name = /(?:^|[/#])operations?\/(\w{8,80})\/?$/.exec(url)?.[1] ?? ''
    if (name === '' || !/^(?=.*(?:[a-z][A-Z]|_))\w{8,80}$/.test(text)) return []
    const isSlip = text.toLowerCase() !== name.toLowerCase() && editsBetween(text, name) === 1
    return isSlip ? [{ at, in: 'address', named: { path: text }, definition: { path: name } }] : []
  })
}

import type { Endpoint } from '../../../types.ts'
import type { PathFault } from '../../types/endpoints.ts'
import type { EndpointGroup } from '../../types/groups.ts'

/** Whole paths are among the first of a page; each one that lacks something asks all of them. */
const most = 500

/**
 * `/jars//lids/.json`, where the page has `/jars/25/lids/42.json`, too: no slash too many, but parameters whose names something
 * took for tags. In front of a format, there is not even a second slash.
 */
export function lostParameters({ document }: EndpointGroup, endpoint: Endpoint): PathFault[] {
  const gap = endpoint.path.search(/(?<=[^/]\/)(?:\/|\.\w+$)/)
  if (gap < 0) return []
  const before = endpoint.path.slice(0, gap)
  const parts = endpoint.path.split('/')
  for (const { path } of document.facts.endpoints.slice(0, most)) {
    if (path === endpoint.path || !path.startsWith(before)) continue
    const whole = path.split('/')
    if (whole.length !== parts.length || !parts.every((it, at) => it === whole[at] || isLost(it, whole[at]))) continue
    return parts.flatMap((it, at): PathFault[] => {
      const part = parts.slice(at - 1, it === '' ? at + 2 : at + 1).join('/')
      return it === whole[at] ? [] : [{ endpoint, kind: 'lost', part, instead: whole[at] }]
    })
  }
  return []
}

/** A word in its place would belong to another path, which may well have one slash less. */
function isLost(part: string, value = ''): boolean {
  return (part === '' || /^\.\w+$/.test(part)) && value.endsWith(part) && /\d|^[{<:[]./.test(value)
}

import { textBefore } from '../../text.ts'
import type { Document, Endpoint, Range } from '../../types.ts'
import type { EndpointIndex, Named } from '../types/endpoints.ts'
import type { Segment } from '../types/groups.ts'
import { anyReading, suffixOffset } from './covering.ts'
import { agree } from './same.ts'

/** The endpoint that a link's text begins with, or all that stands behind a title: `Show a pot - GET /pots/{pot}`. */
export function nameOf(text: string): Named | undefined {
  const match = beginning.exec(text.trimStart()) ?? behindTitle.exec(text)
  // What stands behind a path ends it: `GET /jars: all jars`.
  return match?.[1] !== undefined && match[2] !== undefined
    ? { method: match[1], path: match[2].replace(/(?<=[^:;,.])[:;,.]{1,3}$/, '') }
    : undefined
}

const beginning = /^(GET|POST|PUT|PATCH|DELETE|HEAD) +(\/(?:\([^()\n]{1,80}\)|[^\s?#`(])*)/
const behindTitle = /(?<=^[A-Za-z][\w ]{1,60}[a-z] ?[-–—:] )(GET|POST|PUT|PATCH|DELETE|HEAD) +(\/[^\s?#`()]+)$/

/** A method and nothing else. */
export function methodAlone(text: string): Named | undefined {
  return /^(?:GET|POST|PUT|PATCH|DELETE)$/.test(text) ? { method: text, path: '' } : undefined
}

/** `` `POST` [Fire a pot](#fire-a-pot) ``: the method that stands right in front of a link, in code. */
export function methodBefore({ text }: Document, [start]: Range): Named | undefined {
  if (text[start - 1] !== ' ') return undefined
  const method = codedMethod.exec(textBefore(text, start, 20))?.[1]
  return method ? { method, path: '' } : undefined
}

const codedMethod = /(?:^|[\n*+|-])[ \t]*`(GET|POST|PUT|PATCH|DELETE)`[ \t]+$/

/** A path and nothing else. */
export function barePath(text: string): Named | undefined {
  const path = text.trim()
  return /^\/[\w/{}<>:.-]{2,200}$/.test(path) ? { path } : undefined
}

/** Whether a definition may be the endpoint that a link names; by its method alone, if that is all that is said. */
export function isSame(index: EndpointIndex, named: Named, definition: Endpoint): boolean {
  if (!agree(named, definition)) return false
  if (named.path === '') return true
  if (definition.path === parted(named.path)) return named.path === definition.path
  const documented = index.path(definition)
  return (
    documented.opaque ||
    anyReading(
      documented,
      index.path(named),
      (own, other) => suffixOffset(own, other) !== undefined || suffixOffset(withoutEnd(own), other) !== undefined,
    )
  )
}

/** `/pots{pot}/lids` with the slash that it lacks. */
function parted(path: string): string {
  return path.replace(/(?<=[a-z])(?=\{)/g, '/')
}

/** The last parameter may be optional, and a title leaves it out. */
function withoutEnd(path: readonly Segment[]): readonly Segment[] {
  return path.length > 1 && path.at(-1)?.kind !== 'literal' ? path.slice(0, -1) : path
}

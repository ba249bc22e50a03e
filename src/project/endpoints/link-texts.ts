import type { Named } from '../types/endpoints.ts'

/** The endpoint that a link's text begins with. */
export function nameOf(text: string): Named | undefined {
  const match = /^(GET|POST|PUT|PATCH|DELETE|HEAD) +(\/(?:\([^()\n]{1,80}\)|[^\s?#`(])*)/.exec(text.trimStart())
  // What stands behind a path ends it: `GET /jars: all jars`.
  return match?.[1] !== undefined && match[2] !== undefined
    ? { method: match[1], path: match[2].replace(/(?<=[^:;,.])[:;,.]{1,3}$/, '') }
    : undefined
}

/** A path and nothing else. */
export function barePath(text: string): Named | undefined {
  const path = text.trim()
  return /^\/[\w/{}<>:.-]{2,200}$/.test(path) ? { path } : undefined
}

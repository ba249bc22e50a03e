import type { Method } from '../types.ts'

/** The methods of HTTP that need no other sign: parts of an expression. */
export const commonMethods = 'GET|POST|PUT|PATCH|DELETE|HEAD'

/** Those that words are, too, and that a path or a table tells from them. */
export const methods = `${commonMethods}|OPTIONS|LIST|TRACE|PURGE|PROPFIND|QUERY|SEARCH`

const isMethod = new RegExp(`^(?:${methods})$`)

/** Whether a word is an HTTP method, upper case. */
export function isHttpMethod(word: string): boolean {
  return isMethod.test(word)
}

/** Those that send what is to be written. */
export const writingMethods = 'POST|PUT|PATCH'

const isWriting = new RegExp(`^(?:${writingMethods})$`)

/** Whether a call sends what is to be written, in its body. */
export function writes(method: Method = ''): boolean {
  return isWriting.test(method)
}

/** Whether a call only reads. */
export function reads(method: Method): boolean {
  return /^(?:GET|HEAD|LIST)$/.test(method)
}

/** Whether a call has no body in which it could say anything. */
export function isBodiless(method: Method = ''): boolean {
  return /^(?:GET|HEAD|DELETE)$/.test(method)
}

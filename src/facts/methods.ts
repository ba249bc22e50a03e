/** The methods of HTTP that need no other sign: parts of an expression. */
export const commonMethods = 'GET|POST|PUT|PATCH|DELETE|HEAD'

/** Those that words are, too, and that a path or a table tells from them. */
export const methods = `${commonMethods}|OPTIONS|LIST|TRACE|PURGE|PROPFIND|QUERY|SEARCH`

const isMethod = new RegExp(`^(?:${methods})$`)

/** Whether a word is an HTTP method, upper case. */
export function isHttpMethod(word: string): boolean {
  return isMethod.test(word)
}

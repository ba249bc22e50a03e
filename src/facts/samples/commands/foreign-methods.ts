import type { Call } from '../../endpoints/calls/index.ts'
import type { Slip } from './slips.ts'

/** What databases and people call that which HTTP has another word for. */
const meant: ReadonlyMap<string, string> = new Map([
  ['ADD', 'POST'],
  ['CREATE', 'POST'],
  ['INSERT', 'POST'],
  ['EDIT', 'PUT or PATCH'],
  ['MODIFY', 'PUT or PATCH'],
  ['UPDATE', 'PUT or PATCH'],
  ['FETCH', 'GET'],
  ['REMOVE', 'DELETE'],
])

/**
 * `curl -X UPDATE https://…`: what the call does stands where its method belongs. For WebDAV there is such a method, mail has commands
 * of its own, and `LIST` and `PURGE` are what some servers know beside the methods of HTTP.
 */
export function foreignMethod({ methodWord, url }: Call, value: string): Slip | undefined {
  const method = methodWord?.text ?? ''
  const instead = meant.get(method)
  if (!methodWord || instead === undefined || /dav|svn|\b(?:imap|pop3|smtp)s?:/i.test(value) || !url) return undefined
  return {
    range: [methodWord.start, methodWord.end],
    message: `"${method}" is no method that HTTP defines`,
    help: `write "${instead.replace(' or ', '" or "')}"`,
  }
}

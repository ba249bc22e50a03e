import { textBefore } from '../../text.ts'
import { methods } from '../methods.ts'

/** Whether a page may write any endpoint at all. */
export const verb = new RegExp(`(?<![A-Za-z])(?:${methods})(?![A-Za-z])`)
/** `Method: get`: behind such a label, letters may be small. */
export const smallVerb = /(?:method|verb|方法|方式)[`*_]{0,3}\s{0,3}[:：=][`*_\s]{0,6}(?:get|post|put|patch|delete)\b/i
/** `` `PUT/v1/lids` `` and nothing else in its line: a slip, and no choice of words as `GET/HEAD` is. */
const tight =
  '(?<=(?:^|\\n)[ \\t]{0,9}`(?:GET|POST|PUT|PATCH|DELETE))/[a-z][\\w.-]{0,40}/[^`\\s]{1,200}`[ \\t]*(?:\\r?\\n|$)'
/** `# Endpoint: POST/pots`, `## POST/pots/{id}`: the same slip in a title that is nothing else. */
const tightTitle =
  '(?<=^#{1,6}[ \\t]{1,3}(?:[A-Za-z][^:`/\\n]{1,30}:[ \\t]{0,3})`?(?:GET|POST|PUT|PATCH|DELETE))/(?!(?:get|set|post|put|patch|delete|head)\\b)[a-z{][^`\\s]{0,200}`?[ \\t]*$|(?<=^#{1,6}[ \\t]{1,3}`?(?:GET|POST|PUT|PATCH|DELETE))/[a-z][\\w.-]{0,40}/[^`\\s]{1,200}`?[ \\t]*$'
/** `` `PUT` `` in a line of its own, above a URL in code that has the next one. */
const stacked = `(?<=(?:^|\\n)[ \\t>]{0,9}\`(?:${methods}))\`[ \\t]*(?:\\\\|<br ?/?>)?\\r?\\n[ \\t>]{0,9}\`(?=(?:https?:|[/{<])[^\`\\n]{1,300}\`[ \\t]*(?:\\r?\\n|$))`
/** A verb, and what may stand between it and its path. */
export const verbs = new RegExp(
  `(?<![A-Za-z0-9.-]|(?<!\\b(?:PUT|PATCH))/)(?:${methods})(?=:/[\\w:{<]|${tight}|${tightTitle}|${stacked}|(?:(?<=\\((?:${methods}))\\))?:?(?: ?[\`*_\\]]{1,3})?:?(?:[ \\t\u00a0]|&nbsp;)+(?:(?:[·•–—→-]|[=-]>)[ \\t]+)?(?:<%|\\((?=/)|["'](?=[/{<h$])|-d '|(?:\` (?=\`\`/))?[\`*_<\\[]{0,3}[\\w/{h$\\[]))`,
  'g',
)

/** What is left out between the two. */
export const betweenTheTwo =
  /^:(?=\/)|^\)?:?(?: ?[`*_\]]{1,3})?:?(?:[ \t\u00a0]|&nbsp;)+(?:(?:[·•–—→-]|[=-]>)[ \t]+)?(?:(?:(?!<%)[`*_<[]){1,3}|\((?=\/))?/
/** The same in code, where `<host>/x` begins with a placeholder, which is part of the URL, and a quote may stand around it, and the body before it, as a shell is told both. GitBook writes `` ` ``/x` `` behind a coloured verb. */
export const betweenInCode =
  /^:(?=\/)|^`[ \t]*(?:\\|<br ?\/?>)?\r?\n[ \t>]{0,9}`|^\)?[`*_\]]{0,3}:?[ \t\u00a0]+(?:(?:[·•–—→-]|[=-]>)[ \t]+)?(?:(?:-d '[^'\n]{0,300}' )?["']|(?:` (?=``\/))?(?:(?!<%|<[A-Za-z][\w -]{0,40}>[./])[`*_<[]){0,3})/

/** `` `GET ``, `` `(GET) ``. */
export function inCode(source: string, at: number): boolean {
  return /`(?:\(|PUT\/|PATCH\/)?$/.test(textBefore(source, at, 7))
}

/** `PUT/PATCH /pots`: what a server that takes either for the other says. */
export const bothMethods = /\b(PUT|PATCH)\/$/

import type { Syntax } from '../syntax.ts'
import { isName } from './names.ts'
import { asScope, namesAt, type Stated, statement } from './stated.ts'

const attributes = /(?:\b[\w:.-]{1,40}="[^"\n]{0,300}"\s{0,9}){2,20}/g
const named = /\b(?:required[-_]?)?(?:scope|permission)s?="([^"\n]{1,300})"/gi
const verb = /\b(?:method|verb)="[a-z]{3,7}"/i

/** `<Endpoint method="GET" path="/x" scope="x.read" />`: what a tag that documents an endpoint says it needs. */
export function tagScopes(syntax: Syntax): Stated[] {
  // Most pages have no such tag.
  if (!verb.test(syntax.text)) return []
  return [...syntax.all('html'), ...syntax.all('paragraph')].flatMap(({ range: [base], range, section }) =>
    [...syntax.text.slice(...range).matchAll(attributes)].flatMap(({ index: tag, 0: all }) =>
      verb.test(all) ? [...all.matchAll(named)].map((it) => stated(it, base + tag, section)) : [],
    ),
  )
}

function stated({ index, 0: all, 1: value = '' }: RegExpMatchArray, base: number, section: number): Stated {
  const start = base + (index ?? 0) + all.length - value.length - 1
  const names = namesAt(start, value, /[^\s,|]+/g).filter(({ name }) => isName(name))
  const scopes = names.map(asScope('required', section))
  return { scopes, statement: statement([start, start + value.length], section, scopes) }
}

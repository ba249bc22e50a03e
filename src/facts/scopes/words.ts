import { getOrAdd } from '../../grouped.ts'
import { literally } from '../../text.ts'
import type { Dialect } from '../../types.ts'

/** How a page speaks of scopes: its own words decide what is a label and what is none. */
export interface ScopeWords {
  /** A cheap test of a whole page, before anything is looked at. */
  occur: RegExp
  /** `Scopes`, `Required permissions`, `Scope Usage`, `List of OAuth scopes`; not `List roles`, an endpoint. */
  isHeading(title: string): boolean
  /** `Scope`, `Permissions (from least to most privileged)`; not `Permission type`. */
  isColumn(header: string): boolean
  /** What stands before the colon of a line, or in the first cell of a row. */
  isLabel(words: string): boolean
  /** Labels that other things have too: what follows them counts only when it looks like a scope. */
  isWeakLabel(words: string): boolean
  /** `You need one of these permissions:` */
  announces(sentence: string): boolean
  /** `None.`, `Public`, `Not applicable`: a statement without a name. A list of all scopes may well have one that is called `user`. */
  isNeutral(word: string, isListed?: boolean): boolean
}

const vocabulary = ['scopes?', 'permissions?', 'oauth', 'acls?', 'roles?', 'privileges?']
const neutrals = [
  'none', 'no', 'public', 'private', 'any', 'all', 'anonymous', 'optional', 'required', 'unsupported', 'not', 'supported',
  'applicable', 'available', 'see', 'below', 'above', 'n/a', 'na', 'tbc', 'tbd', 'true', 'false', 'yes', 'null', 'string', 'array',
  'token', 'user', 'app', 'bearer', 'basic', 'oauth', 'oauth2', 'jwt', 'default', 'scope', 'scopes', 'permission',
] // biome-ignore format: a list of words
/** Neutral words that name things. */
const things = new Set(['public', 'private', 'anonymous', 'token', 'user', 'app', 'basic', 'default'])
const imperative =
  /^(?:add|assign|change|check|configure|copy|create|define|delete|edit|error|find|get|grant|list(?! of)|manage|read|remove|replace|request:|revoke|search|set|update|write)\b/i
const otherThings =
  /\b(?:arn|codes?|errors?|headers?|ids?|levels?|models?|schema|statu?s|tokens?(?!\s+(?:scope|permission)s?$)|types?|ur[il]|values?|names? of)\b/i

const known = new WeakMap<Dialect, ScopeWords>()

/** The pages of a site share them. */
export function scopeWords(dialect: Dialect): ScopeWords {
  return getOrAdd(known, dialect, () => wordsWith(dialect.scopes?.labels, dialect.scopes?.neutral))
}

function wordsWith(labels: readonly string[] = [], neutral: readonly string[] = []): ScopeWords {
  const word = [...vocabulary, ...labels.map(literally)].join('|')
  const none = new Set([...neutrals, ...neutral.map((it) => it.toLowerCase())])
  const heading = new RegExp(
    `(?:^|[\\s/])(?:${word})(?:\\s+(?:usage|required|needed|list|overview|reference|explained|mapping|options))?\\s*(?:\\(.*\\))?:?$`,
    'i',
  )
  const column = new RegExp(`(?:^|[\\s/(])(?:${word})(?:\\s+(?:names?|required|needed))?\\s*(?:\\(.*\\))?$`, 'i')
  const announcement = new RegExp(`\\b(?:require[sd]?|needs?|must|following|one of)\\b.*\\b(?:${word})\\b.*:$`, 'i')
  const short = (title: string) => title.trim().split(/\s+/, 7).length <= 6 && !imperative.test(title.trim())
  return {
    occur: new RegExp(`${word}|access|authoriz|authoris|capabilit`, 'i'),
    // What few words are comes first.
    isHeading: (title) => heading.test(title.trim()) && short(title) && !otherThings.test(title),
    isColumn: (header) =>
      column.test(header.trim()) && short(header.replace(/\(.*\)$/, '')) && !otherThings.test(header),
    isLabel: (words) => heading.test(words.trim()) && short(words) && !otherThings.test(words),
    isWeakLabel: (words) => /^(?:required |api )?(?:access|authori[sz]ations?|authori[sz]ed)$/i.test(words.trim()),
    announces: (sentence) => sentence.length < 400 && announcement.test(sentence.trim()),
    isNeutral: (it, isListed = false) => none.has(it.toLowerCase()) && !(isListed && things.has(it)),
  }
}

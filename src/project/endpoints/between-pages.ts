import { grouped } from '../../grouped.ts'
import { splitPath } from '../../paths.ts'
import { singular } from '../../spelling.ts'
import { wordsOf } from '../../text.ts'
import type { Document, Endpoint } from '../../types.ts'
import type { Duplicate, EndpointIndex, Titled } from '../types/endpoints.ts'
import { isDoor, isNamedBy } from './duplicates.ts'
import { asksFor, excludes } from './operation-words.ts'
import { shape, splitSegments } from './paths.ts'

/** A page that documents one endpoint under one title. */
interface Page extends Titled {
  document: Document
}

/** What two pages of a folder, each of one endpoint, have in common and cannot both mean: the endpoint, or the title. */
export function indexBetweenPages(
  index: Pick<EndpointIndex, 'groups'>,
  documents: readonly Document[],
): { duplicates(document: Document): readonly Duplicate[]; namesakes(document: Document): readonly Duplicate[] } {
  const pages = documents.flatMap((it) => pageOf(index, it))
  const sharing = (key: (page: Page) => string, told: (pair: [Page, Page]) => Page | undefined) => {
    const alike = grouped(pages, (it) => `${splitPath(it.document.path).folder}\n${key(it)}`)
    const found = [...alike.values()].flatMap(([one, other, more]) => {
      if (!one || !other || more) return []
      const second = told([one, other])
      return second ? [{ first: second === one ? other : one, second }] : []
    })
    const byDocument = grouped(found, ({ second }) => second.document)
    return (document: Document) => (byDocument.get(document) ?? []).map(duplicate)
  }
  return {
    duplicates: sharing(({ endpoint }) => callOf(endpoint), copiedEndpoint),
    namesakes: sharing(({ title }) => title.toLowerCase(), copiedTitle),
  }
}

function duplicate({ first, second }: Record<'first' | 'second', Page>): Duplicate {
  return { first: { ...first, path: first.document.path }, second }
}

function pageOf(index: Pick<EndpointIndex, 'groups'>, document: Document): Page[] {
  const [group, more] = index.groups(document)
  const [endpoint, another] = group?.definitions ?? []
  if (!group || more || !endpoint?.method || another) return []
  // `public.pot.fire` is a name for programs; what the page is called says what that does.
  const title = [group.title, document.facts.sections[1]?.title.trim() ?? ''].find((it) => /\S\s\S/.test(it))
  return title === undefined ? [] : [{ document, endpoint, title }]
}

function callOf({ method, host = '', path, query = '' }: Endpoint): string {
  return `${method} ${host}${shape(path)}?${query}`
}

/** `POST /pots/{id}/fire` on the page "Delete a pot", and on "Fire a pot": the one whose title says what the call does not do. */
function copiedEndpoint(pair: [Page, Page]): Page | undefined {
  const [one, other] = pair
  const { endpoint } = one
  const { method = '' } = endpoint
  if (isDoor(endpoint)) return undefined
  const named = pair.filter(({ title }) => isNamedBy(endpoint, title, (title === one.title ? other : one).title))
  if (named.length === 1) return pair.find((it) => it !== named[0])
  const right = pair.filter(({ title }) => asksFor(title, method))
  // "Get a token" may well be a POST, and "Delete a pot" a note in it.
  const isTelling = /^(?:GET|PUT|DELETE)$/.test(method)
  return right.length === 1 && isTelling && excludes(one.title, other.title)
    ? pair.find((it) => it !== right[0])
    : undefined
}

/** "List the lids" above `GET /lids`, and above `GET /knobs` on another page. */
function copiedTitle([one, other]: [Page, Page]): Page | undefined {
  // What another version renames is still called as it was.
  if (versionsOf(one) !== versionsOf(other)) return undefined
  const [mine, theirs] = [ownWords(one, other), ownWords(other, one)]
  const named = new Set(wordsOf(one.title).map(singular))
  const says = (words: readonly string[]) => words.length > 0 && words.every((it) => named.has(it))
  const denies = (words: readonly string[]) => words.length > 0 && !words.some((it) => named.has(it))
  if (says(mine) && denies(theirs)) return other
  return says(theirs) && denies(mine) ? one : undefined
}

function versionsOf({ endpoint }: Page): string {
  return splitSegments(endpoint.path)
    .filter((it) => /^v\d/.test(it))
    .join()
}

/** The words of a path that another one has not, its versions aside. */
function ownWords({ endpoint }: Page, other: Page): string[] {
  const words = ({ path }: Endpoint) =>
    splitSegments(path)
      .filter((it) => !/[{<[:$]|^v\d/.test(it))
      .flatMap((it) => wordsOf(it).map(singular))
  const others = new Set(words(other.endpoint))
  return words(endpoint).filter((it) => !others.has(it))
}

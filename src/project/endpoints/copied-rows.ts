import { wordsIn } from '../../facts/own-words.ts'
import { grouped } from '../../grouped.ts'
import { splitPath } from '../../paths.ts'
import { literally } from '../../text.ts'
import type { Document, Field } from '../../types.ts'
import { once } from '../once.ts'
import type { CopiedRow, EndpointIndex } from '../types/endpoints.ts'
import type { EndpointGroup } from '../types/groups.ts'
import { operationOf, verbOf } from './operation-words.ts'
import { parameterNames } from './paths.ts'

/**
 * Parameters whose row is that of another endpoint of the folder, word for word, and speaks of that one: of what only the other path names,
 * or of what only the other title says is done.
 */
export function indexCopiedRows(
  index: EndpointIndex,
  documents: readonly Document[],
): (document: Document) => readonly CopiedRow[] {
  const rows = documents.flatMap((document) => rowsIn(index, document))
  const alike = grouped(rows, ({ group, name, said }) => `${splitPath(group.document.path).folder}\n${name}\n${said}`)
  const rightly = new Map(
    rows.flatMap((it) => (it.noun.length > 0 && isAbout(it, it.noun) ? [[it.stem, it.noun]] : [])),
  )
  const all = [...alike.values()].flatMap((it) => copied(it, rightly))
  const found = grouped(all, ({ group }) => group.document)
  return (document) => found.get(document) ?? []
}

interface Row extends Omit<CopiedRow, 'from'> {
  said: string
  /** What the value is said to be the number of. */
  noun: readonly string[]
  /** What is said to be done with it. */
  aim?: Aim
  /** What the endpoint is about, by its path and its title. */
  about(): ReadonlySet<string>
  /** The page, and its endpoint's path up to the parameter; '' for one that stands elsewhere. */
  stem: string
}

function rowsIn(index: EndpointIndex, document: Document): Row[] {
  return document.facts.schemas.flatMap(({ section, fields }) => {
    const group = index.of(document, section)
    if (!group || group.definitions.length === 0) return []
    const about = once(() => aboutOf(group))
    const inPath = once(() => new Set(parameterNames(group.definitions.map(index.path))))
    return fields.flatMap((field): Row[] => {
      const [name = '', more] = field.path
      const said = more === undefined ? descriptionOf(field, document.text) : ''
      const noun = /\b(?:of|for)\b/.test(said) ? wordsIn(idOf.exec(said)?.[1] ?? '') : []
      const aim = said.includes(' to ') ? aimOf(toDo.exec(said)?.[1] ?? '') : undefined
      if (noun.length === 0 && !aim) return []
      const stem = inPath().has(bare(name)) ? stemOf(group, bare(name)) : ''
      return [{ group, name, at: field.nameRange, said, noun, aim, about, stem }]
    })
  })
}

/** "The UUID of the pot to fire", "The ID of the Pot in the database." */
const idOf =
  /\b(?:ID|UUID|GUID|identifier|slug) (?:of|for) (?:the|an?) ([A-Za-z][\w -]{1,40}?)(?: to [a-z]+(?: with)?| in the \w+)?\.?$/i

/** "The pot to update", "The colour to create with. It may change." */
const toDo = /^[^.]{0,200}? to ([a-z]{3,10})(?: with)?(?:\.\s|\.?$)/

/** The longest of a row's cells, or what a list says behind a name. */
function descriptionOf({ nameRange, range }: Field, text: string): string {
  const cells = text.slice(nameRange[1], Math.min(range[1], nameRange[1] + 600)).split(/[|\n]/)
  const longest = cells.reduce((one, other) => (other.trim().length > one.length ? other.trim() : one), '')
  return longest.length > 15 ? longest : ''
}

function bare(name: string): string {
  return name.replace(/^\W+|\W+$/g, '')
}

function stemOf({ document, definitions: [first] }: EndpointGroup, name: string): string {
  return `${document.path}\n${first?.path.split(new RegExp(`\\W${literally(name)}\\b`), 1)[0] ?? ''}`
}

function aboutOf({ title, definitions }: EndpointGroup): ReadonlySet<string> {
  return new Set([title, ...definitions.map(({ path }) => path)].flatMap(wordsIn))
}

type Aim = 'read' | 'create' | 'update' | 'delete'

function aimOf(words: string): Aim | undefined {
  const operation = operationOf(words)
  if (operation !== 'write') return operation
  const verb = verbOf(words) ?? ''
  if (/^(?:create|add|insert|new|register)/.test(verb)) return 'create'
  return /^(?:update|modify|edit|change)/.test(verb) ? 'update' : undefined
}

/** What a page calls the thing that a path leads to, where the path has all words of that. */
type Rightly = ReadonlyMap<string, readonly string[]>

/** What stands in more rows of a folder is said of all that it has. */
const most = 99

function copied(rows: readonly Row[], rightly: Rightly): CopiedRow[] {
  if (rows.length < 2 || rows.length > most) return []
  return rows.flatMap((row) => {
    const from = rows.find((it) => it.group !== row.group && (isNamedBy(it, row, rightly) || isDoneBy(it, row)))
    return from ? [{ group: row.group, name: row.name, at: row.at, from: from.group }] : []
  })
}

/**
 * Whether a row speaks of what the path of one endpoint names, and nothing of the other's. A keyword of a filter may well be one of
 * `/filters`, unless the page calls what stands there by its own name elsewhere.
 */
function isNamedBy(one: Row, row: Row, rightly: Rightly): boolean {
  const { noun, stem } = row
  if (noun.length === 0 || stem === '' || one.stem === '' || !isAbout(one, noun)) return false
  const own = rightly.get(stem) ?? noun
  const isOther = own.some((it, at) => it !== noun[at])
  return !noun.slice(isOther ? -1 : 0).some((it) => isLike(it, row))
}

function isAbout({ about }: Row, noun: readonly string[]): boolean {
  return noun.every((it) => about().has(it))
}

/** "Statuses" are those of a status. */
function isLike(word: string, { about }: Row): boolean {
  return [...about()].some((it) => it === word || (word.length > 3 && it.startsWith(word.slice(0, 4))))
}

function isDoneBy({ group }: Row, { aim, group: other }: Row): boolean {
  const [own, another] = [aimOf(other.title), aimOf(group.title)]
  return aim !== undefined && another === aim && own !== undefined && own !== aim
}

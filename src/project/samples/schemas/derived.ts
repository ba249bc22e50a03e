import { member } from '../../../parse/json.ts'
import { derive } from '../../../schema/derive.ts'
import { squash } from '../../../text.ts'
import type { Document, Field, JsonNode, Range, Schema } from '../../../types.ts'
import { onceEach, onceIn } from '../../once.ts'
import { within } from '../../ranges.ts'
import { countTitles, foldAnchor } from '../../sections.ts'
import { fieldName } from '../names.ts'
import { captioned, captionsOf } from './captions.ts'
import { ownName } from './section-object.ts'
import { calledAs } from './titled.ts'
import type { SchemaTargets } from './types.ts'

/** `Address`, `LineItem / json`: a type of the API's own. */
const ownType = /^[A-Z][A-Za-z]{2,40}(?: \/ [a-z]{3,10})?$/

/** Tables of pages as JSON Schema; what types lead to stays a link until somebody follows it. */
export function indexDerived(
  targets: SchemaTargets,
  byLetters: (document: Document) => ReadonlyMap<string, Schema>,
): (document: Document, schema: Schema) => JsonNode {
  const titles = onceEach(countTitles)
  const captions = onceEach(captionsOf)

  function linkOf(document: Document, schema: Schema, field: Field) {
    const url = targets.typeOf(document, field) ?? tagIn(document, field.typeRange)
    if (url !== undefined) return { url, guessed: isListOfWords(document, url) }
    const guess =
      titled(document, schema, field) ??
      inCaption(document, schema, field) ??
      called(byLetters(document), schema, field)
    return guess === undefined ? undefined : { url: guess, guessed: true }
  }

  /** `array of [scopes](#scopes)` leads to a table of names without types: the fields of an object, or the words that there are. */
  function isListOfWords(document: Document, url: string): boolean {
    const target = url.startsWith('{{') ? undefined : targets.target(document, { kind: 'link', url })
    return target?.schema.fields.every(({ typeText }) => typeText === '') ?? false
  }

  /** A table whose title is the name of a field, or of its type, describes it. */
  function titled(document: Document, schema: Schema, field: Field): string | undefined {
    const isNamed = field.type.kinds === undefined && ownType.test(field.typeText)
    if (!isNamed && !mayHoldOthers(field)) return undefined
    const all = isNamed ? [field.typeText] : titlesFor(field)
    return all
      .filter((it) => it.length > 1 && (titles(document).get(foldAnchor(it)) ?? 0) <= 1)
      .map((it) => `#${it}`)
      .find((it) => {
        const target = targets.target(document, { kind: 'link', url: it })
        return target && target.schema !== schema && !(isNamed && isListOfWords(document, it))
      })
  }

  /** A table that the line above says is about what the field holds. */
  function inCaption(document: Document, schema: Schema, field: Field): string | undefined {
    return mayHoldOthers(field) ? captioned(captions(document), fieldName(field), schema) : undefined
  }

  return onceIn((document, schema) => {
    const whole = derive(schema, (field) => linkOf(document, schema, field))
    const name = ownName(document, schema)
    return (name === undefined ? undefined : member(member(whole, 'properties'), name)) ?? whole
  })
}

function mayHoldOthers({ type: { kinds } }: Field): boolean {
  return kinds?.some((it) => it === 'object' || it === 'array') ?? false
}

/** What a table that describes a field may be called. Where several sections go by a name, it leads to the first of them only. */
function titlesFor(field: Field): string[] {
  const { typeText, format = '' } = field
  const name = fieldName(field)
  const named = typeText.replace(/\b(?:object|array|list|of|an?)\b|[^\w ]/gi, ' ').trim()
  const parts = ['schema', 'attributes', 'properties', 'fields', 'object'].map((it) => `${name} ${it}`)
  return [named, format, name, ...parts, named.replace(/s$/, ''), name.replace(/s$/, '')]
}

/** A table whose title has no other words than the name, and that it is an object: "The lead object", "Lead Object Fields". */
function called(titled: ReadonlyMap<string, Schema>, schema: Schema, field: Field): string | undefined {
  const found = mayHoldOthers(field) ? calledAs(titled, squash(fieldName(field))) : undefined
  return found && found !== schema && found.form === 'table' ? `#:${found.range[0]}` : undefined
}

/** A type whose link is a template's tag: its target in the braces of one, for no link looks like that. */
function tagIn({ text, facts }: Document, range: Range): string | undefined {
  if (!text.slice(...range).includes('{{')) return undefined
  const tag = facts.links.find((it) => it.kind === 'shortcode' && within(it.range, range))
  return tag && `{{${tag.url}}}`
}

import { defineRule, problemsOf, suggest } from '../../src/rule.ts'
import { isMistyped } from '../../src/spelling.ts'
import { wordIn } from '../../src/text.ts'
import type { Field } from '../../src/types.ts'

/** What tables call the formats of strings, where nothing but the name tells. */
const formats = ['UUID', 'GUID', 'datetime', 'timestamp', 'hostname', 'base64']

/** `yyyy-MM-dd'T'HH:mm:ss'Z`: within quotes stand the letters of a pattern that mean themselves. */
const lacksQuote = /^[YMDHS:.,/'TZ -]+'[TZ]$/i

export default defineRule({
  summary: 'The type of a documented field is a misspelt word.',
  severity: 'warning',

  *check(document) {
    const { facts, text } = document
    for (const { fields } of facts.schemas) {
      for (const field of fields) {
        const { format, range } = field
        const slip = typeSlip(field) ?? formatSlip(format)
        if (!slip) continue
        const around = slip.kind === 'type' ? field.typeRange : range
        const place = wordIn(text, slip.word, around)
        yield { at: place ?? around, message: slip.message, help: slip.help, fix: place && suggest(place, slip.meant) }
      }
    }
    yield* problemsOf(document, 'type')
  },
})

interface Slip {
  kind: 'type' | 'format'
  word: string
  meant: string
  message: string
  help: string
}

function typeSlip({ type: { misspelt }, typeText }: Field): Slip | undefined {
  if (!misspelt) return undefined
  // Of "aray of x" and "aray[x]" the first word is misspelt.
  const word = typeText.replace(/ of .*$|\\?[[<&].*$/s, '').trimEnd()
  return misspeltWord('type', word, misspelt)
}

function formatSlip(format: string): Slip | undefined {
  if (format === '') return undefined
  // Whatever parts `date-time` is as good.
  const meant = /[^a-z\d]/i.test(format) ? undefined : formats.find((it) => isMistyped(format, it))
  if (meant) return misspeltWord('format', format, meant)
  if (!lacksQuote.test(format) || format.split("'").length % 2 === 1) return undefined
  const message = `the last "'" in "${format}" has no other one`
  return { kind: 'format', word: format, meant: `${format}'`, message, help: 'write the other one behind it' }
}

function misspeltWord(kind: Slip['kind'], word: string, meant: string): Slip {
  return { kind, word, meant, message: `"${word}" is no ${kind}`, help: `did you mean "${meant}"?` }
}

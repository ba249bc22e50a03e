import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyFixes } from '../../src/fix.ts'
import { plain } from '../../src/parse/json.ts'
import { Parser } from '../../src/parse/sample/parser.ts'
import { readSample } from '../../src/parse/sample.ts'
import type { Diagnostic, Edit, JsonError } from '../../src/types.ts'

const read = (value: string, language = 'json') => readSample({ value, offset: (at) => at }, language)

const apply = (text: string, edits: Edit[]) =>
  edits
    .toSorted((a, b) => b.range[0] - a.range[0])
    .reduce((fixed, { range, text: inserted }) => fixed.slice(0, range[0]) + inserted + fixed.slice(range[1]), text)

const asDiagnostic = ({ message, range, fix }: JsonError): Diagnostic => ({
  rule: 'invalid-json',
  path: 'a.md',
  severity: 'error',
  at: range,
  message,
  fix,
})

/** JSON as samples have it: an object or a list, printed over several lines. */
const printed = fc
  .tuple(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(0, 2, '\t'))
  .filter(([value]) => typeof value === 'object' && value !== null)
  .map(([value, indent]) => JSON.stringify(value, null, indent))

/** The tolerant parser alone, without the fast path for flawless samples. */
function readTolerantly(text: string) {
  const parser = new Parser(text, { comments: false, trailingComma: false, json5: false })
  parser.jump(0)
  const value = plain(parser.value())
  return { value, faults: parser.faults, rest: parser.token.kind, tolerated: [...parser.scanner.tolerated] }
}

/** Offsets of the commas between members and items: those outside strings. */
function commas(text: string): number[] {
  const found: number[] = []
  let inString = false
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '\\') i++
    else if (text[i] === '"') inString = !inString
    else if (text[i] === ',' && !inString) found.push(i)
  }
  return found
}

describe('valid JSON', () => {
  test('is never reported, and reads as what it is', () => {
    fc.assert(
      fc.property(printed, (text) => {
        const { json, error, tolerated } = read(text)
        expect(error).toBeUndefined()
        expect(tolerated).toEqual([])
        expect(json && JSON.stringify(plain(json))).toBe(JSON.stringify(JSON.parse(text)))
      }),
      { numRuns: 300 },
    )
  })

  test('reads the same without the fast path', () => {
    // Quotes behind `{{` may be those of a tag: only because the whole is flawless does a reader know that they are not.
    const untagged = printed.filter((text) => !/\{[{%]|<%/.test(text))
    fc.assert(
      fc.property(untagged, (text) => {
        const { value, faults, rest, tolerated } = readTolerantly(text)
        expect(faults).toEqual([])
        expect(tolerated).toEqual([])
        expect(rest).toBe('end')
        expect(JSON.stringify(value)).toBe(JSON.stringify(JSON.parse(text)))
      }),
      { numRuns: 300 },
    )
  })

  test('may hold any character in its strings', () => {
    const unit = fc.constantFrom(
      ...'“”‘’„″"\\,:{}[]…\u00a0\u200b\t\n ab<>%$#/',
      '...',
      '{{',
      '}}',
      '<%',
      '//',
      '”: “',
      '", "',
    )
    const text = fc.string({ unit, maxLength: 12 })
    fc.assert(
      fc.property(fc.dictionary(text, fc.oneof(text, fc.array(text)), { minKeys: 1 }), (value) => {
        const { json, error, tolerated } = read(JSON.stringify(value, null, 2))
        expect(error).toBeUndefined()
        expect(tolerated).toEqual([])
        expect(json && JSON.stringify(plain(json))).toBe(JSON.stringify(value))
      }),
      { numRuns: 1000 },
    )
  })

  test('ranges are those of the values', () => {
    fc.assert(
      fc.property(printed, (text) => {
        const { json } = read(text)
        if (json?.kind !== 'object') return
        for (const { key, keyRange, value } of json.members) {
          expect(JSON.parse(text.slice(...keyRange))).toBe(key)
          expect(JSON.stringify(JSON.parse(text.slice(...value.range)))).toBe(JSON.stringify(plain(value)))
        }
      }),
    )
  })
})

describe('a mistake', () => {
  test('a deleted comma is missed where it stood, and put back', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ id: fc.integer(), name: fc.string(), tags: fc.array(fc.string()) }), { minLength: 2 }),
        fc.nat(),
        (value, pick) => {
          const text = JSON.stringify(value, null, 2)
          const all = commas(text)
          const at = all[pick % all.length] ?? 0
          const { error } = read(text.slice(0, at) + text.slice(at + 1))
          expect(error?.cause).toBe('missing comma')
          expect(error?.range[1]).toBe(at)
          expect(error?.fix && apply(text.slice(0, at) + text.slice(at + 1), error.fix.edits)).toBe(text)
        },
      ),
    )
  })

  test('an added comma is found where it stands, and taken away', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ id: fc.integer(), name: fc.string() }), { minLength: 1 }), (value) => {
        const text = JSON.stringify(value, null, 2)
        const at = text.lastIndexOf('}') + 1
        const wrong = `${text.slice(0, at)},${text.slice(at)}`
        const { error } = read(wrong)
        expect(error).toMatchObject({ cause: 'trailing comma', range: [at, at + 1] })
        expect(error?.fix && apply(wrong, error.fix.edits)).toBe(text)
      }),
    )
  })

  test('all fixes of a run, and of the next, make the sample parse, whatever else is wrong with it', () => {
    const noise = fc.constantFrom(
      ',',
      ',\n',
      '“',
      '”',
      '\u00a0',
      '\u200b',
      '\t',
      '..',
      '"',
      '{',
      '}',
      ']',
      '[',
      ':',
      ' x ',
    )
    fc.assert(
      fc.property(printed, fc.array(fc.tuple(fc.nat(), noise), { minLength: 1, maxLength: 3 }), (text, slips) => {
        const wrong = slips.reduce((it, [pick, slip]) => {
          const at = pick % (it.length + 1)
          return it.slice(0, at) + slip + it.slice(at)
        }, text)
        let fixed = wrong
        let { error } = read(wrong)
        for (let runs = 0; error?.fix && runs < 20; runs++) {
          fixed = applyFixes(fixed, [error, ...(error.others ?? [])].map(asDiagnostic))
          error = read(fixed).error
        }
        if (fixed !== wrong) expect(read(fixed).error).toBeUndefined()
      }),
      { numRuns: 2000 },
    )
  })
})

describe('any text', () => {
  const pieces = fc.constantFrom(
    ...'{}[],:"\'“”‘…<>$%#/\\*|&()-+.\n\t ',
    '...',
    '{{',
    '}}',
    '{%',
    '<%',
    '%>',
    '//',
    '/*',
    '"a"',
    '"a":',
    'null',
    '12',
    '1.',
    'or',
    'HTTP/1.1 200 OK\n',
    '\u00a0',
  )

  test('has at most one error, and every range lies inside it', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), fc.constantFrom('json', 'json5', 'jsonc'), (parts, language) => {
        const text = parts.join('')
        const { json, error } = read(text, language)
        for (const range of [error?.range, json?.range, ...(error?.fix?.edits ?? []).map((it) => it.range)])
          if (range) expect(range[0] >= 0 && range[0] <= range[1] && range[1] <= text.length).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })

  test('a line with no room for three dots is not left out: what stands behind it would lose its place', () => {
    expect(read('"\n"a":…').json).toBeUndefined()
    expect(read('"lid\n"a":…').json?.range).toEqual([5, 10])
  })

  test.each([
    ['braces', '{'.repeat(200_000)],
    ['keys', '{"a":'.repeat(100_000)],
    ['brackets in a list', `[${'[],'.repeat(100_000)}`],
    ['quotes', '"'.repeat(200_000)],
    ['quotes, line by line', '"a\n'.repeat(100_000)],
    ['smart quotes', `{"a": "${'” '.repeat(100_000)}`],
    ['template marks', `{"a": ${'{{'.repeat(100_000)}`],
    ['placeholders', `[${'<a '.repeat(100_000)}`],
    ['words', `x\n${'word { '.repeat(100_000)}`],
    ['lines that could start a sample', '"a'.repeat(100_000)],
    ['commas that are missing', `[\n${'1\n'.repeat(100_000)}]`],
    ['comments', `{${'/* '.repeat(100_000)}`],
    ['blanks on a line', `"${' '.repeat(9000)}x\n`.repeat(50)],
    ['blanks in a phrase', `{"a": b${`${' '.repeat(4000)}|`.repeat(50)}`],
    ['blanks before a bracket', `${`a${' '.repeat(9000)}(b\n`.repeat(50)}`],
    ['blanks', `{"a" ${' '.repeat(200_000)}`],
  ])('%s do not hang', (_, text) => {
    expect(read(text)).toBeDefined()
  })
})

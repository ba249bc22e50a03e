import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plain } from '../../src/parse/json.ts'
import { readStrict } from '../../src/parse/json-tree.ts'
import { Parser } from '../../src/parse/sample/parser.ts'

const strict = { comments: false, trailingComma: false, json5: false }

function tolerant(text: string) {
  const parser = new Parser(text, strict)
  parser.jump(0)
  return parser.value()
}

test('what is JSON is read as the tolerant parser reads it', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(undefined, 1, '\t'), (value, indent) => {
      const text = `\n ${JSON.stringify(value, null, indent)} \r\n`
      const node = readStrict(text)
      if (node === undefined) throw new Error(`not read: ${text}`)
      expect(JSON.parse(JSON.stringify(plain(node)))).toEqual(value)
      expect(node).toEqual(tolerant(text))
    }),
    { numRuns: 500, seed: 1 },
  )
})

test.each([
  '',
  ' ',
  '{',
  '[1,]',
  '{"a":1,}',
  '{"a" 1}',
  '[01]',
  '"a',
  '"\\x"',
  '"a\nb"',
  '1 2',
  '{}x',
  '[1 2]',
  'nul',
  '{"a":“b”}',
  '“a”',
])('%j is not', (text) => {
  expect(readStrict(text)).toBeUndefined()
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseYaml } from '../../src/parse/yaml.ts'
import { readPlainYaml } from '../../src/parse/yaml-plain.ts'

const values = [
  'Orders',
  'get an order',
  '/orders/{id}',
  'https://example.com/a#b',
  'a # comment',
  'a: b',
  'a:',
  'b:c',
  '#x',
  '"x y"',
  "'it''s'",
  '"a\\n"',
  '"a" b',
  "''",
  '-',
  '- x',
  '[a, b]',
  '{a: 1}',
  '*x',
  '&x y',
  '!x',
  '| ',
  '>-',
  '%x',
  '@x',
  '`x`',
  '?',
  '? x',
  'true',
  'True',
  'null',
  'Null',
  'nan',
  '.inf',
  '~',
  '',
  '0',
  '12',
  '012',
  '1e3',
  '0x1F',
  '1.5',
  '-1',
  '+1',
  '.5',
  '1_000',
  '2024-01-02',
  '09/18/2017',
  '2024 Release Notes',
  '1 2',
  'é',
  '中文: x',
  'a\tb',
  'a ',
  '"a" ',
  'yes',
  'x  # y',
  'x#y',
  '<<',
  '1-2 3',
  '---',
  '...',
]
const keys = ['title', 'ms.date', 'a-b', '_x', 'true', 'null', 'a b', '"q"', '<<', 'Title', '1', 'é']
const lines = fc.oneof(
  fc
    .tuple(fc.constantFrom(...keys), fc.constantFrom(...values), fc.constantFrom(': ', ':  ', ':'))
    .map(([key, value, colon]) => key + colon + value),
  fc.tuple(fc.constantFrom('', ' ', '  '), fc.constantFrom(...values)).map(([indent, value]) => `${indent}- ${value}`),
  fc.constantFrom('', '# note', '  goes on', '\tx', 'includes:', 'includes: ', '  a: b', '  # note'),
)

test('what is read without the library is read as the library reads it', () => {
  let read = 0
  fc.assert(
    fc.property(
      fc.array(lines, { maxLength: 3 }),
      fc.constantFrom('\n', '\r\n'),
      fc.constantFrom('', '\n'),
      (all, eol, end) => {
        const text = all.join(eol) + end
        const plain = readPlainYaml(text, 4)
        if (plain === undefined) return
        read++
        const { data, errors } = parseYaml(text, 4)
        expect({ text, errors }).toEqual({ text, errors: [] })
        expect({ text, plain }).toEqual({ text, plain: data })
      },
    ),
    { numRuns: 20_000, seed: 1 },
  )
  expect(read).toBeGreaterThan(100)
})

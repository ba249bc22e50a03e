import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readBlockYaml } from '../../src/parse/yaml/block.ts'
import { readByLibrary } from '../../src/parse/yaml/library.ts'
import type { JsonNode } from '../../src/types.ts'

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
const more = [
  '[a, "b", c d]',
  '[]',
  '{}',
  '{a: 1, "b":2}',
  '{ a: [x, { b: c }] }',
  '[a, b',
  '[http://a.b/c, -1, - 2]',
  '{a}',
  '"a \\"b\\" \\n"',
  '"a \\u00e9"',
  '"a',
  "'a",
  'b"',
  "b'",
  '|',
  '>',
  '|-',
  '|+',
  '>+',
  '|2',
  '| # note',
  '# note',
  '[a] b',
  '"a": b',
]
const keys = [
  'title',
  'ms.date',
  'a-b',
  '_x',
  'true',
  'null',
  'a b',
  '"q"',
  "'q r'",
  '<<',
  '200',
  '1.0',
  'é',
  '/a/{b}',
  '-x',
  '?y',
]
const indents = fc.constantFrom('', '', '  ', '  ', '    ', '   ', '      ')
const value = fc.constantFrom(...values, ...more)
const lines = fc.oneof(
  fc
    .tuple(
      indents,
      fc.constantFrom('', '', '- ', '-  ', '- - '),
      fc.constantFrom(...keys),
      fc.constantFrom(': ', ':  ', ':'),
      value,
    )
    .map((all) => all.join('')),
  fc.tuple(indents, fc.constantFrom(...keys)).map(([indent, key]) => `${indent}${key}:`),
  fc.tuple(indents, fc.constantFrom('- ', '-', '-   '), value).map((all) => all.join('')),
  fc.tuple(indents, value).map((all) => all.join('')),
  fc.constantFrom('', '', '  ', '# note', '  goes on', '\tx', '    goes on, too', '     ', '---'),
)

/** Collections end where what is in them does; the library adds what stands behind that. */
function comparable(node: JsonNode): unknown {
  if (node.kind === 'array') return { from: node.range[0], items: node.items.map(comparable) }
  if (node.kind !== 'object') return node
  return { from: node.range[0], members: node.members.map((it) => ({ ...it, value: comparable(it.value) })) }
}

test('what is read without the library is read as the library reads it', () => {
  const read = { mapping: 0, nested: 0, text: 0, flow: 0 }
  fc.assert(
    fc.property(
      fc.array(lines, { maxLength: 6 }),
      fc.constantFrom('\n', '\r\n'),
      fc.constantFrom('', '\n'),
      (all, eol, end) => {
        const text = all.join(eol) + end
        const node = readBlockYaml(text, 4)
        if (node === undefined) return
        read.mapping++
        if (/^\s+[-\w]/m.test(text)) read.nested++
        if (/[|>][-+]?\r?$/m.test(text)) read.text++
        if (/[[{]/.test(text)) read.flow++
        const { data, errors } = readByLibrary(text, 4)
        expect({ text, errors }).toEqual({ text, errors: [] })
        expect({ text, node: comparable(node) }).toEqual({ text, node: data && comparable(data) })
      },
    ),
    { numRuns: 40_000, seed: 1 },
  )
  for (const count of Object.values(read)) expect(count).toBeGreaterThan(100)
})

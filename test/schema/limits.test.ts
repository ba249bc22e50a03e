import { expect, test } from 'vitest'
import { rules } from '../../rules/index.ts'
import { diagnose } from '../../src/testing.ts'

const judged = new Map([...rules].filter(([id]) => id === 'sample-mismatch'))

async function messages(schema: object, sample: unknown): Promise<string[]> {
  const page = `\`\`\`json schema=s.json\n${JSON.stringify(sample)}\n\`\`\`\n`
  const found = await diagnose(
    new Map([
      ['page.md', page.replaceAll('},{', '},\n{')],
      ['s.json', JSON.stringify(schema)],
    ]),
    judged,
  )
  return found.map(({ message }) => message)
}

const unique = { properties: { a: { type: 'array', uniqueItems: true, items: { type: 'object' } } } }
const repeated = (length: number) => ({ a: Array.from({ length }, () => ({ b: 1 })) })

test('a list that has too many items to compare each with each is not judged', async () => {
  expect(await messages(unique, repeated(3))).toHaveLength(1)
  expect(await messages(unique, repeated(10_001))).toEqual([])
})

test.each([
  ['values', { enum: Array.from({ length: 10_001 }, (_, i) => i) }, 'it has a list of more than 10000 items'],
  ['a circle', { $ref: '#/a', a: { $ref: '#/b' }, b: { $ref: '#/a' } }, 'it refers to itself without end'],
  ['what every object has', { $ref: '#/__proto__' }, '"#/__proto__" leads nowhere'],
])('a schema with %s is refused', async (_, schema, reason) => {
  expect(await messages(schema, { a: 1 })).toEqual([`schema "s.json" cannot be used: ${reason}`])
})

test('a schema that is nothing but itself says so', async () => {
  expect(await messages({ $ref: '#' }, { a: 1 })).toEqual(['the sample meets a schema that never ends'])
})

import { Ajv } from 'ajv'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rules } from '../../rules/index.ts'
import { makeConfig } from '../../src/config/index.ts'
import { load } from '../../src/load/index.ts'
import { memory } from '../../src/load/memory.ts'
import { plain } from '../../src/parse/json.ts'
import { derive } from '../../src/schema/derive.ts'
import { diagnose } from '../../src/testing.ts'
import type { Json } from '../../src/types.ts'

/** Names so far apart that none is a slip of the pen for another. */
const names = [
  'amount',
  'customer',
  'delivery',
  'warehouse',
  'priority',
  'reference',
  'quantity',
  'signature',
  'birthday',
]
const words = ['blue', 'seven', 'harbour', 'x7']

interface Column {
  name: string
  type: 'string' | 'number' | 'boolean' | 'array of string' | 'enum' | 'object'
  inner: string[]
}

const columns = fc.subarray(names, { minLength: 3, maxLength: 7 }).chain((chosen) =>
  fc.tuple(
    ...chosen.map((name) =>
      fc.record<Column>({
        name: fc.constant(name),
        type: fc.constantFrom('string', 'number', 'boolean', 'array of string', 'enum', 'object'),
        inner: fc.subarray(['street', 'country', 'building'], { minLength: 1 }),
      }),
    ),
  ),
)

const forms = ['pipes', 'html', 'definitions', 'bullets'] as const

/** Rows as a page would document them: an object by the dotted names of what it holds. */
function rows(table: Column[]): { name: string; type: string; description: string }[] {
  return table.flatMap(({ name, type, inner }) => {
    if (type === 'object') return inner.map((it) => ({ name: `${name}.${it}`, type: 'string', description: 'Where.' }))
    if (type === 'enum') return [{ name, type: 'string', description: 'Supported values: `OPEN`, `SENT`' }]
    return [{ name, type, description: 'What it is.' }]
  })
}

function documented(table: Column[], form: (typeof forms)[number]): string {
  const all = rows(table)
  const code = (text: string) => text.replace(/`([^`]+)`/g, '<code>$1</code>')
  if (form === 'pipes')
    return `| Name | Type | Description |\n|---|---|---|\n${all.map((it) => `| \`${it.name}\` | ${it.type} | ${it.description} |\n`).join('')}`
  if (form === 'html')
    return `<table>\n<tr><th>Name</th><th>Type</th><th>Description</th></tr>\n${all.map((it) => `<tr><td>${it.name}</td><td>${it.type}</td><td>${code(it.description)}</td></tr>\n`).join('')}</table>\n`
  if (form === 'bullets') return all.map((it) => `- \`${it.name}\` (${it.type}) - ${it.description}\n`).join('')
  return all.map((it) => `\`${it.name}\`\n: ${it.type}. ${it.description}\n\n`).join('')
}

function page(table: Column[], form: (typeof forms)[number], sample: Json): string {
  return `# Object\n\n\`\`\`json\n${JSON.stringify(sample, null, 2)}\n\`\`\`\n\n## Properties\n\n${documented(table, form)}`
}

function value({ type, inner }: Column, pick: (from: string[]) => string): Json {
  if (type === 'object') return Object.fromEntries(inner.map((it) => [it, pick(words)]))
  if (type === 'enum') return pick(['OPEN', 'SENT'])
  if (type === 'array of string') return [pick(words)]
  return type === 'number' ? 12.5 : type === 'boolean' ? true : pick(words)
}

function wrong({ type, inner }: Column): Json {
  if (type === 'object') return { ...Object.fromEntries(inner.map((it) => [it, 'x7'])), [inner[0] ?? '']: 12 }
  if (type === 'enum') return 'LOST'
  return type === 'string' ? 12 : 'harbour'
}

const judged = new Map([...rules].filter(([id]) => id === 'sample-mismatch' || id === 'unknown-property'))

async function messages(text: string): Promise<string[]> {
  const found = await diagnose(new Map([['page.md', text]]), judged)
  return found.map(({ message }) => message)
}

const drawn = fc.record({ table: columns, form: fc.constantFrom(...forms), seed: fc.nat(1000) })

function sampleOf(table: Column[], seed: number): { [key: string]: Json } {
  let at = seed
  return Object.fromEntries(table.map((it) => [it.name, value(it, (from) => from[at++ % from.length] ?? '')]))
}

test('a sample that follows its table is fine, whatever the table looks like', () =>
  fc.assert(
    fc.asyncProperty(drawn, async ({ table, form, seed }) => {
      expect(await messages(page(table, form, sampleOf(table, seed)))).toEqual([])
    }),
    { numRuns: 60 },
  ))

test('one wrong value, name or case is one finding that names it', () =>
  fc.assert(
    fc.asyncProperty(drawn, fc.constantFrom('value', 'name', 'case'), async ({ table, form, seed }, mutation) => {
      const sample = sampleOf(table, seed)
      const column = table[seed % table.length] as Column
      const { name } = column
      const upper = `${name[0]?.toUpperCase()}${name.slice(1)}`
      if (mutation === 'value') sample[name] = wrong(column)
      const mutated =
        mutation === 'name'
          ? { ...sample, 'surplus-of-mine': 1 }
          : mutation === 'case'
            ? Object.fromEntries(Object.entries(sample).map(([key, it]) => [key === name ? upper : key, it]))
            : sample
      const found = await messages(page(table, form, mutated))
      expect(found).toHaveLength(1)
      expect(found[0]).toContain(
        mutation === 'name' ? '"surplus-of-mine"' : mutation === 'case' ? `"${upper}"` : `"${name}`,
      )
    }),
    { numRuns: 120 },
  ))

test('every derived schema is a valid JSON Schema', () => {
  const config = makeConfig({})
  const ajv = new Ajv({ strict: false, logger: false })
  return fc.assert(
    fc.asyncProperty(drawn, async ({ table, form, seed }) => {
      const text = page(table, form, sampleOf(table, seed))
      const { documents } = await load(memory(new Map([['page.md', text]]), config), config)
      const [schema] = documents.get('page.md')?.facts.schemas ?? []
      expect(schema).toBeDefined()
      const derived = schema && plain(derive(schema, ({ links: [url] }) => (url === undefined ? undefined : { url })))
      expect(ajv.validateSchema(derived as object), ajv.errorsText()).toBe(true)
    }),
    { numRuns: 30 },
  )
})

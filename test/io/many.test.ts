import { expect, test } from 'vitest'
import { rules } from '../../rules/index.ts'
import { diagnose } from '../../src/testing.ts'

const many = (times: number, one: (i: number) => string) => Array.from({ length: times }, (_, i) => one(i)).join('')
const word = (i: number) => many(`${i}`.length, (at) => 'abcdefghij'[Number(`${i}`[at])] as string)
const rows = (...all: string[]) => ['| Name | Type | Description |', '|---|---|---|', ...all, '', ''].join('\n')

/** Pages of thousands of one thing. Each took a quarter of a minute, or did not end, when time grew with their square. */
const pages: Record<string, string> = {
  'paragraphs that are one mark': many(50_000, () => '` \n\n'),
  'a table of endpoints, and their sections': [
    '| Method | Path |\n|---|---|\n',
    many(3000, (i) => `| GET | [/v1/${word(i)}](#get-${word(i)}) |\n`),
    many(3000, (i) => `\n## get ${word(i)}\n\n\`GET /v1/${word(i)}x\`\n`),
  ].join(''),
  'a list of links to endpoints, and their sections': [
    many(4000, (i) => `- [GET /v1/${word(i)}](#get-${word(i)})\n`),
    many(4000, (i) => `\n## get ${word(i)}\n\n\`GET /v1/${word(i)}x\`\n`),
  ].join(''),
  'references without a definition': [many(8000, (i) => `[a${i}]: #x${i}\n`), many(8000, (i) => `\n[c][z${i}]\n`)].join(
    '',
  ),
  'parameters that nothing documents': [
    many(10_000, (i) => `\`GET /a/{id${i}}/b/{x_id}\`\n\n`),
    rows(...Array.from({ length: 10_000 }, (_, i) => `| i${i} | string | x |`)),
  ].join(''),
  'samples among tables': [
    '## Add\n\n`POST /a`\n\n### Body parameters\n\n',
    many(3000, (i) => `${rows(`| body.a${i} | string | x |`)}\`\`\`json\n{"a${i}": 1}\n\`\`\`\n\n`),
  ].join(''),
  'lines of one scope, again and again': [
    '| Scope | Methods |\n|---|---|\n',
    many(4, (i) => `| \`kites.${word(i)}aaa\` | GET |\n`),
    many(30, () => `\n\n${many(900, () => 'scope:a.b ')}`),
  ].join(''),
}

test.each(Object.entries(pages))(
  '%s: in seconds',
  async (_, page) => {
    const found = await diagnose(new Map([['page.md', page]]), rules)
    expect(found.filter(({ rule }) => rule === 'internal-error')).toEqual([])
  },
  10_000,
)

test('a contract file for each operation of a product: in seconds', async () => {
  const contract = (i: number) =>
    `openapi: 3.0.0\ninfo: {title: a, version: "1"}\npaths:\n  /v1/things/${word(i)}/list:\n    get: {responses: {"200": {description: ok}}}\n`
  const files = Array.from({ length: 3000 }, (_, i) => [
    [`specs/openapi${i}.yaml`, contract(i)] as const,
    [`docs/${i}.md`, `# ${i}\n\n\`GET /v1/things/${word(i)}/list\`\n`] as const,
  ])
  expect(await diagnose(new Map(files.flat()), rules)).toEqual([])
}, 20_000)

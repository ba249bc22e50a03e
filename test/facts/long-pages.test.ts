import { expect, test } from 'vitest'
import { rules } from '../../rules/index.ts'
import { diagnose } from '../../src/testing.ts'

const lines = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at)).join('\n')
const fence = (language: string, text: string) => `# A\n\n\`\`\`${language}\n${text}\n\`\`\`\n`

/** Pages of up to a megabyte, which take longer than a test may, or crash, where anything looks at all of it for each part. */
const pages: [what: string, text: string][] = [
  ['a list of half a million numbers', fence('json', `[${lines(8000, () => '1,'.repeat(60))}\n1]`)],
  [
    'a stage in every line',
    fence(
      'bash',
      lines(15_000, (at) => `curl https://qa.h${at}.com/x`),
    ),
  ],
  [
    'elements that nobody closes, and ends of others',
    `<div markdown="1">\n\n${'<b>\n'.repeat(60_000)}${'</i>\n'.repeat(60_000)}`,
  ],
  ['fields that nobody closes', lines(15_000, (at) => `<ParamField query="a${at}" type="string">\n`)],
  [
    'tables below long words',
    lines(200, () => `${'word'.repeat(29)}\n\n| Name | Type |\n|--|--|\n| kite | object |\n\n`),
  ],
  [
    'a table of thousands of endpoints',
    `| Method | Path |\n|--|--|\n${lines(8000, (at) => `| GET | /a/b${at}/c |`)}\n`,
  ],
  ['a picture as data', `![pot](data:image/png;base64,${'iVBORw0K/+'.repeat(100_000)})\n`],
  ['an address of half a megabyte', `[kiln]\n\n[kiln]: https://kilns.example/?q=${'%20(a)'.repeat(80_000)}\n`],
]

test.each(pages)('%s', { timeout: 20_000 }, async (_, text) => {
  const found = await diagnose(new Map([['a.md', text]]), rules)
  expect(found.filter(({ rule }) => rule === 'internal-error' || rule === 'too-complex')).toEqual([])
})

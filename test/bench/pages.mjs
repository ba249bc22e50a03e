import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Writes API documentation of our own in the shape of real one: `count` pages, about 11 kB each, always the same. */
export function writePages(folder, count) {
  const author = makeAuthor()
  for (let page = 0; page < count; page++) {
    const lines = ['---', `title: ${author.word()} ${page}`, 'layout: reference', '---', '']
    for (let part = 0; part < 6; part++) lines.push(...section(author, part, count))
    const path = join(folder, `section-${page % 20}`, `page-${page}.md`)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, lines.join('\n'))
  }
}

function section({ word, sentence, random }, part, count) {
  const name = `${word()}s`
  const [verb, method] = part % 2 ? ['Get', 'GET'] : ['Create', 'POST']
  const rows = [...Array(8).keys()]
  return [
    `## ${verb} ${name} ${part}\n\n${sentence()} ${sentence()}\n`,
    `See [${word()}](${pathTo(random(count), random(50) === 0 ? word() : 'scopes')}) and [the scopes](#scopes).\n`,
    `### Scopes\n\n\`${name}.read\` - ${sentence()}\n\n### Request\n`,
    `\`\`\`http\n${method} https://api.example.com/v1/${name}/{id}\nAccept: application/json\n\`\`\`\n`,
    '| Name | Type | Format | Description |\n|---|---|---|---|',
    ...rows.map((row) => `|\`${word()}${row}\`|\`string\`|-|**Required** ${sentence()}|`),
    '\n### Response\n\n```json\n{',
    ...rows.map((row) => `  "${word()}${row}": ${row === 3 ? random(1000) : `"${word()}"`},`),
    '  "id": 1\n}\n```\n',
  ]
}

/** From any page to another; one link in fifty leads to a heading that is not there, as in life. */
function pathTo(page, fragment) {
  return `../section-${page % 20}/page-${page}.md#${fragment}`
}

/** Writes the same words every time. */
function makeAuthor() {
  let state = 7
  const random = (below) => {
    state = (state * 1103515245 + 12345) & 0x7fffffff
    return state % below
  }
  const words = 'order parcel invoice customer report item rate limit page token scope user region status type'.split(
    ' ',
  )
  const word = () => words[random(words.length)]
  const sentence = () => `${Array.from({ length: 8 + random(12) }, word).join(' ')}.`
  return { random, word, sentence }
}

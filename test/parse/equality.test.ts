import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import commonmark from 'commonmark-spec'
import type { Nodes, Root, Yaml } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { expect, test } from 'vitest'
import { findFrontMatter } from '../../src/parse/front-matter.ts'
import { loadParser } from '../../src/parse/markdown.ts'
import { blank } from '../../src/parse/rewrite.ts'

/** Something in which the parsers differ: the first place, what each says there, and why it is as it is. */
interface Difference {
  text: string
  at: string
  satteri: string
  remark: string
  reason: string
}

const list = join(import.meta.dirname, 'fixtures/differences.json')
const gfm: { number: number; section: string; markdown: string }[] = JSON.parse(
  readFileSync(join(import.meta.dirname, 'fixtures/gfm-spec.json'), 'utf8'),
)
const satteri = await loadParser('satteri')
const remark = await loadParser('remark')

const examples = [
  ...commonmark.tests.map(({ number, markdown }) => ({
    name: `CommonMark ${number}`,
    text: markdown.replaceAll('→', '\t'),
    again: false,
  })),
  // Outside its extensions the GFM specification repeats CommonMark.
  ...gfm.map(({ number, section, markdown }) => ({
    name: `GFM ${number}`,
    text: markdown,
    again: !section.includes('(extension)'),
  })),
]
/** The shapes that files have. */
const shapes: Record<string, (text: string) => string> = {
  'as it stands': (text) => text,
  'without a final line end': (text) => text.replace(/\n+$/, ''),
  'with CRLF': (text) => text.replaceAll('\n', '\r\n'),
  'with CR': (text) => text.replaceAll('\n', '\r'),
  'behind a byte order mark': (text) => `\ufeff${text}`,
  'behind front matter': (text) => `---\ntitle: x\n---\n${text}`,
  'with NUL': (text) => text.replaceAll('a', '\0'),
  'in a quote': (text) => text.trimEnd().replaceAll(/^/gm, '> '),
  'in a list': (text) => `- ${text.trimEnd().replaceAll('\n', '\n  ')}`,
}

/** The project's own pages are documents like any others. */
const pages = ['docs', 'docs/rules', 'test/rules', 'test/parse/fixtures'].filter(existsSync).flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => ({ name: `${folder}/${name}`, text: readFileSync(join(folder, name), 'utf8') })),
)

test('both parsers make the same tree, but for the listed differences', () => {
  const texts = [
    ...Object.entries(shapes).flatMap(([shape, change]) =>
      examples
        .filter(({ again }) => !again || shape === 'as it stands')
        .map(({ name, text }) => ({ name: `${name} ${shape}`, text: change(text) })),
    ),
    ...pages,
  ]
  const known: Difference[] = JSON.parse(readFileSync(list, 'utf8'))
  const reasons = new Map(known.map((it) => [`${it.text} ${it.at}`, it.reason]))
  const found = texts.flatMap(({ name, text }): Difference[] => {
    const difference = firstDifference(parse(satteri, text), parse(remark, text))
    return difference
      ? [{ text: name, ...difference, reason: reasons.get(`${name} ${difference.at}`) ?? 'unexplained' }]
      : []
  })
  if (process.env.UPDATE === '1') writeFileSync(list, `${JSON.stringify(found, null, 1)}\n`)
  expect(found).toEqual(known)
  expect(known.filter(({ reason }) => reason === 'unexplained')).toEqual([])
})

/** As `extract` does it: front matter is ours, so both parsers see blanks in its place. */
function parse(parser: typeof satteri, text: string): Root {
  const frontMatter = findFrontMatter(text)
  return parser(frontMatter ? blank(text, [frontMatter.range]) : text)
}

function firstDifference(ours: Root, theirs: Root): Pick<Difference, 'at' | 'satteri' | 'remark'> | undefined {
  const pairs: [at: string, Nodes, Nodes][] = [['root', ours, theirs]]
  for (let next = pairs.pop(); next !== undefined; next = pairs.pop()) {
    const [at, a, b] = next
    const [left, right] = [flat(a), flat(b)]
    if (left !== right) return { at, satteri: left, remark: right }
    const [inA, inB] = ['children' in a ? a.children : [], 'children' in b ? b.children : []]
    for (let i = inA.length - 1; i >= 0; i--) pairs.push([`${at}/${i}`, inA[i] as Nodes, inB[i] as Nodes])
  }
  return undefined
}

/** All of a node but its children and `data`, which is for renderers. */
function flat(node: Nodes): string {
  const { children, data, position, ...fields } = node as Nodes & { children?: Nodes[] }
  const place = position && [position.start, position.end].map((it) => `${it.line}:${it.column}:${it.offset}`).join('-')
  const kinds = children?.map((it) => it.type).join(' ') ?? ''
  const sorted = Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1))
  return `${JSON.stringify(Object.fromEntries(sorted))} ${place} [${kinds}]`
}

/** What stands at the start of a file, and who takes it for front matter. */
const heads = {
  '---\na: 1\n---\n\n- x\n': 'both',
  '---\na: 1\n---': 'both',
  '---\n---\n# x\n': 'both',
  '--- \t\na: 1\n---  \n# x\n': 'both',
  '---\r\na: 1\r\n---\r\n# x\r\n': 'both',
  '---\ra: 1\r---\r# x\r': 'both',
  '# x\n\n---\na: 1\n---\n': 'neither',
  ' ---\na: 1\n---\n': 'neither',
  '----\na: 1\n----\n': 'neither',
  '---js\nprocess.exit()\n---\n': 'neither',
  '---\na: 1\n\n- x\n': 'neither',
  '+++\na = 1\n+++\n': 'neither',
  // Jekyll and the YAML specification end a document with dots too.
  '---\na: 1\n...\n\n# x\n': 'docs-lint',
  // The mark is part of the file; a rule says so where a site generator stumbles over it.
  '\ufeff---\na: 1\n---\n# x\n': 'both',
}

test.each(Object.entries(heads))('front matter of %j is seen by %s', (text, who) => {
  const processor = unified().use(remarkParse).use(remarkFrontmatter)
  const theirs = processor.parse(text).children.find(({ type }) => type === 'yaml') as Yaml | undefined
  const ours = findFrontMatter(text)
  expect(ours && theirs ? 'both' : ours ? 'docs-lint' : theirs ? 'remark' : 'neither').toBe(who)
  if (ours && theirs) expect(text.slice(...ours.yaml).trimEnd()).toBe(theirs.value)
})

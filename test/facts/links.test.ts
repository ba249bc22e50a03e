import { expect, test } from 'vitest'
import { makeConfig } from '../../src/config/index.ts'
import { load } from '../../src/load/index.ts'
import { memory } from '../../src/load/memory.ts'
import type { Facts } from '../../src/types.ts'

async function factsOf(text: string, path = 'page.md'): Promise<Facts> {
  const config = makeConfig({})
  const { documents } = await load(memory(new Map([[path, text]]), config), config)
  return documents.get(path)?.facts as Facts
}

/** Each link as `kind url`, with the source of its URL where that is written otherwise. */
async function linksIn(text: string): Promise<string[]> {
  const { links } = await factsOf(text)
  return links.map(({ kind, url, urlRange }) => {
    const source = text.slice(...urlRange)
    return `${kind} ${url}${source === url ? '' : ` ← ${source}`}`
  })
}

async function anchorsIn(text: string): Promise<string[]> {
  const { anchors } = await factsOf(text)
  return anchors.map(({ kind, id, range }) => `${kind} ${id}${text.slice(...range) === id ? '' : ' ← misplaced'}`)
}

test.each([
  ['[a](b.md)', ['link b.md']],
  ['[a](<b c.md> "title")', ['link b c.md']],
  ['[`](`](b_\\(1\\).md)', ['link b_(1).md ← b_\\(1\\).md']],
  ['[a](b(c).md)', ['link b(c).md']],
  ['[a]()', ['link ']],
  ['![an ![inner](x.png)](y.png)', ['image y.png']],
  ['<https://a.example/b>', ['link https://a.example/b']],
  [
    'see https://a.example/b, or www.b.example.',
    ['link https://a.example/b', 'link http://www.b.example ← www.b.example'],
  ],
  ['[a][x]\n\n[x]: b.md "title"', ['definition b.md']],
  [
    '[a][nowhere], ![b][none], [`code`][gone], [c][]',
    ['reference nowhere', 'reference none', 'reference gone', 'reference c'],
  ],
  ['the pattern [a-z][a-zA-Z0-9], rows[0][1], and `[a][b]`', []],
  ['<a class="x" href="b.html?a=1&amp;b=2">text</a>', ['html b.html?a=1&b=2 ← b.html?a=1&amp;b=2']],
  ["<img alt='' src=a.png> <Link to='/b'>b</Link> <link to='/c'>", ['image a.png', 'html /b']],
  ['<!-- <a href="b"> --> <script>"<a href=c>"</script>', []],
  ['[a]({{< relref "b/c#d" >}}) {{< page-relref ref="e" caption="GET /e" >}}', ['shortcode b/c#d', 'shortcode e']],
  ['[a]({% link _posts/b.md %}) `{% link c.md %}`', ['shortcode _posts/b.md']],
  ["---\ntoc_footers:\n  - <a href='/b'>back</a>\n---\n", ['front-matter /b']],
])('links in %j', async (text, expected) => {
  expect(await linksIn(text)).toEqual(expected)
})

test.each([
  ['## <a name="a"></a>Title', ['html a']],
  ['<div id="b" class="c"><span id=d></span></div>', ['html b', 'html d']],
  ['<input name="not-an-anchor"> <a name="e" id="e"></a>', ['html e']],
  ['## Title {#f}\n\n## Other {#g .class}\n\ntext\n{: .class #h}', ['attribute f', 'attribute g', 'attribute h']],
  ['## Title {/* #i */}', ['attribute i']],
  ['`<a name="j">` and {not an anchor} and { "color": "#fff" }', []],
])('anchors in %j', async (text, expected) => {
  expect(await anchorsIn(text)).toEqual(expected)
})

test('MDX: attributes may be expressions', async () => {
  const text = "<Link\n  to={'/b'}\n  on={() => ({})}>b</Link>\n\n<Tab id={`c`}> `<a id='d'>`\n"
  const { links, anchors } = await factsOf(text, 'page.mdx')
  expect(links.map((it) => [it.url, text.slice(...it.urlRange)])).toEqual([['/b', '/b']])
  expect(anchors.map((it) => it.id)).toEqual([])
})

test('a page of opening brackets and tags takes no longer than its length', async () => {
  const noise = ['[](', '](', '<a ', '<a x={', '<a href="', '{{< relref ', '[a][', '<!-- '].map(
    (it) => `${it.repeat(400)}\n\n`,
  )
  expect(await linksIn(noise.join('').repeat(20))).toBeDefined()
})

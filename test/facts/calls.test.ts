import { expect, test } from 'vitest'
import { calls } from '../../src/facts/endpoints/calls/index.ts'
import { commands } from '../../src/facts/endpoints/calls/shell.ts'

const words = (source: string) => commands(source).map((it) => it.words.map(({ text }) => text))

test.each<[string, string, string[][]]>([
  ['quotes splice', `a 'b c'"d $e"f`, [['a', `b cd $ef`]]],
  ['an escaped quote in single quotes', `a 'it'\\''s'`, [['a', `it's`]]],
  ['escapes in double quotes', `a "x\\"y\\n"`, [['a', 'x"y\\n']]],
  ['continuations', 'a \\\n  b\\\n  c', [['a', 'b', 'c']]],
  ['a blank behind the backslash', 'a \\ \n b', [['a', 'b']]],
  ['comments, but not inside a word', 'a b#c # d\n# e\nf', [['a', 'b#c'], ['f']]],
  ['prompts make the rest output', '$ a b\noutput c\n$ d', [['a', 'b'], ['d']]],
  ['a prompt with a host', 'me@box:~/x$ a\nb', [['a']]],
  ['pipes and lists', 'a | b && c; d', [['a'], ['b'], ['c'], ['d']]],
  ['an ampersand between parameters', 'a http://h/p?x=1&y=2', [['a', 'http://h/p?x=1&y=2']]],
  ['a placeholder is no redirection', 'a http://h/<my id>/x', [['a', 'http://h/<my id>/x']]],
])('%s', (_, source, expected) => expect(words(source)).toEqual(expected))

test('a word knows where its characters stand', () => {
  const source = `curl -d 'a'\\''b' "c\\"d"`
  const [, , data, last] = commands(source)[0]?.words ?? []
  expect([0, 1, 2].map((at) => source[data?.offset(at) ?? 0])).toEqual(['a', "'", 'b'])
  expect([0, 1, 2].map((at) => source[last?.offset(at) ?? 0])).toEqual(['c', '"', 'd'])
})

test('an unclosed quote says so', () => {
  expect(commands(`a 'b\nc`)[0]?.words[1]).toMatchObject({ text: 'b\nc', unclosed: true })
})

test.each<[string, string, string, string[]]>([
  ['curl https://h/a', 'GET', 'https://h/a', []],
  ['curl -X PUT https://h/a', 'PUT', 'https://h/a', []],
  ['curl -sXDELETE https://h/a', 'DELETE', 'https://h/a', []],
  ['curl --request=patch https://h/a', 'PATCH', 'https://h/a', []],
  [`curl https://h/a -d '{"x": 1}'`, 'POST', 'https://h/a', ['{"x": 1}']],
  [`curl https://h/a --data-raw '{"x": 1}' -H 'A: b'`, 'POST', 'https://h/a', ['{"x": 1}']],
  ['curl -G https://h/a -d q=1', 'GET', 'https://h/a', ['q=1']],
  ['curl -I https://h/a', 'HEAD', 'https://h/a', []],
  ['curl -F file=@x https://h/a', 'POST', 'https://h/a', []],
  ['curl -d @body.json https://h/a', 'POST', 'https://h/a', []],
  ['curl -u me:secret -o out https://h/a', 'GET', 'https://h/a', []],
  ['curl –X POST —header "a: b" https://h/a', 'POST', 'https://h/a', []],
  ['TOKEN=x sudo curl -d @- https://h/a <<EOF\n{"y": 2}\nEOF\n', 'POST', 'https://h/a', ['{"y": 2}\n']],
  ['http https://h/a', 'GET', 'https://h/a', []],
  ['http PUT https://h/a x=1 A:b', 'PUT', 'https://h/a', []],
  ['http -f https://h/a x=1', 'POST', 'https://h/a', []],
])('%s', (source, method, url, bodies) => {
  const [call] = calls(source)
  expect({ method: call?.method, url: call?.url?.text, bodies: call?.bodies.map((it) => it.text) }).toEqual({
    method,
    url,
    bodies,
  })
})

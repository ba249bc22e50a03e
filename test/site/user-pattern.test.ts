import { expect, test } from 'vitest'
import { literalStart, patternProblem } from '../../src/site/user-pattern.ts'

test.each([
  ['^@@part (.+)$', undefined],
  ['\\{\\{embed "(?<target>[^"]+)"\\}\\}', undefined],
  ['@@part .+', 'has no group for the target'],
  ['(.+)@@', 'starts with less than two characters that stand for themselves'],
  ['@@(a+)+$', 'repeats a group'],
  ['@@(.*)(.*)(.*)(.*)$', 'repeats more than 3 times'],
  ['@@(a)\\1', 'refers back'],
  [`@@(${'a'.repeat(200)})`, 'is longer than 200 characters'],
])('%s', (pattern, problem) => expect(patternProblem(pattern)).toBe(problem))

test('what every match begins with', () => {
  expect(literalStart('^[ \\t]*\\{% embed (.+)')).toBe('{% embed ')
  expect(literalStart('ab?(c)')).toBe('a')
  expect(literalStart('ab|cd(e)')).toBe('')
})

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { openChild } from '../../src/io/child.ts'

const program = `process.on('message', ({ id, question }) => {
  if (question === 'end') process.exit(3)
  if (question !== 'never') process.send({ id, answer: question + process.argv[2] })
})
process.on('disconnect', () => process.exit())`

test('a process that hangs or dies costs its own answers, and another one takes its place', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'docs-lint-'))
  writeFileSync(join(folder, 'program.mjs'), program)
  const child = openChild<string, string>({
    program: pathToFileURL(join(folder, 'program.mjs')),
    folder,
    argument: '!',
    patience: 2000,
    spoke() {},
  })
  expect(await child.ask('first')).toBe('first!')
  await expect(child.ask('end')).rejects.toThrow('has ended')
  const [hangs, waits] = [child.ask('never'), child.ask('never')]
  await expect(hangs).rejects.toThrow('has ended')
  await expect(waits).rejects.toThrow('has ended')
  expect(await child.ask('last')).toBe('last!')
  child.end()
  rmSync(folder, { recursive: true })
})

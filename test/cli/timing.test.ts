import { expect, test } from 'vitest'
import { docsLint, inProject } from './console.ts'

const files = new Map([
  ['index.md', '# Start\n\n[a](#gone)\n'],
  ['other.md', '# Other\n\n[b](lost.md)\n'],
])

/** A clock that goes one millisecond further each time than the time before. */
function slowingClock() {
  let asked = 0
  let now = 0
  return Object.assign(
    () => {
      asked++
      now += asked
      return now
    },
    { asked: () => asked },
  )
}

async function run(args: readonly string[]) {
  const clock = slowingClock()
  const { output } = await inProject(files, (folder) =>
    docsLint(['--concurrency', 'off', ...args], folder, {}, false, '', Date.now, clock),
  )
  return { output, asked: clock.asked() }
}

const six = 'broken-anchor,broken-link,missing-include,include-cycle,invalid-json,orphan-page'

test('--timing says what each stage took, and which five rules took longest', async () => {
  const { output } = await run(['--timing', '--quiet', '--only', six])
  expect(output).toMatchInlineSnapshot(`
    "index.md:3:5: error broken-anchor: this page has no anchor "#gone"
    other.md:3:5: error broken-link: "lost.md" does not exist

    2 problems (2 errors) in 2 of 2 files · 0.5s
    start                                    1.0 ms
    configuration, last report               5.0 ms
    scan, cache                              4.0 ms
    read, parse, facts                       5.0 ms
    project and rules                      450.0 ms
    report                                  63.0 ms
    total                                  528.0 ms
    slowest rules:
      orphan-page                           56.0 ms
      missing-include                       48.0 ms
      invalid-json                          40.0 ms
      include-cycle                         32.0 ms
      broken-link                           24.0 ms
    "
  `)
})

test('--timing with --diff counts the work as that of the rules', async () => {
  const { output } = await run(['--timing', '--diff', '--only', 'broken-link'])
  expect(output).toMatchInlineSnapshot(`
    "nothing to fix
    start                                    1.0 ms
    configuration, last report               5.0 ms
    scan, cache                              4.0 ms
    read, parse, facts                       5.0 ms
    project and rules                       40.0 ms
    total                                   55.0 ms
    slowest rules:
      broken-link                           16.0 ms
    "
  `)
})

test('a shard reads and judges nothing', async () => {
  const { output } = await run(['--timing', '--shard', '1/2'])
  expect(output).toMatchInlineSnapshot(`
    "shard 1/2: 1 of 2 pages read
    start                                    1.0 ms
    scan, cache                              2.0 ms
    read, parse, facts                       3.0 ms
    total                                    6.0 ms
    "
  `)
})

test('--timing with a remembered report says that nothing was read', async () => {
  const { output } = await inProject(files, async (folder) => {
    // For runs in a few seconds from now, the files are old enough to be believed.
    const later = () => Date.now() + 5000
    await docsLint(['-f', 'compact'], folder, {}, false, '', later)
    return await docsLint(['-f', 'compact', '--timing'], folder, {}, false, '', later, slowingClock())
  })
  expect(output).toMatchInlineSnapshot(`
    "index.md:3:5: error broken-anchor: this page has no anchor "#gone"
    other.md:3:5: error broken-link: "lost.md" does not exist

    2 problems (2 errors) in 2 of 2 files · 0.0s
    start                                    1.0 ms
    configuration, last report               5.0 ms
    report                                   9.0 ms
    total                                   15.0 ms
    "
  `)
})

test('without --timing the clock is asked for the duration only', async () => {
  const { asked } = await run(['--only', six])
  expect(asked).toBe(2)
})

import picomatch from 'picomatch'
import type { Config } from '../config/index.ts'

const pages = ['**/*.{md,markdown,mdx,md.erb}']

/** What tests read is no documentation, and often broken on purpose. */
const fixtures = [
  '**/testdata/**',
  '**/{test,tests,spec,__tests__}/**/fixtures/**',
  '**/{__fixtures__,__snapshots__}/**',
]

/** Copies of other projects, whose writers are others: as Go, Ruby and large repositories keep them. */
const vendored = ['**/vendor/*.{com,org,io,in,net,dev}/**', '**/vendor/{bundle,cache,gems}/**', '**/third_party/*/**']

/** Whether only tests read a file, as far as its path says, and the user does not say otherwise. */
export function readByTests({ user: { include } }: Config): (path: string) => boolean {
  const isFixture = picomatch(fixtures)
  const isWanted = include ? picomatch(include) : () => false
  return (path) => isFixture(path) && !isWanted(path)
}

/** Whether a file is one that the user wants to have linted: those that the config includes; without a word in it, all pages but what tests read and what others wrote. */
export function wantedBy({ user: { include, ignore = [] } }: Config): (path: string) => boolean {
  return include ? picomatch(include, { ignore }) : picomatch(pages, { ignore: [...fixtures, ...vendored, ...ignore] })
}

import picomatch from 'picomatch'
import type { Config } from '../config/index.ts'
import { splitPath } from '../paths.ts'
import { copiesIn, vendored } from './copies.ts'

const pages = ['**/*.{md,MD,markdown,mdown,mkd,mdx,md.erb}']

/** What tests read is no documentation, and often broken on purpose. */
const fixtures = [
  '**/testdata/**',
  '**/{test,tests,spec,__tests__}/**/fixtures/**',
  '**/{__fixtures__,__snapshots__}/**',
  '**/{bench,benchmark,benchmarks}/{data,fixtures,samples}/**',
]

/** What a package of R compiles, with libraries that it brings. */
const compiledByR = { signs: ['DESCRIPTION', 'NAMESPACE'], folder: /^src\/[^/]+\// }

/** Where R puts what it makes of `vignettes/`. */
const builtByR = /(?<=^|\/)inst\/doc\//

/** Whether only tests read a file of data, as far as its path and what lies around it say, and the user does not say otherwise. */
export function readByTests({ user: { include } }: Config, paths: readonly string[]): (path: string) => boolean {
  const isFixture = picomatch([...fixtures, 'fixtures/**'])
  const isWanted = include ? picomatch(include) : () => false
  const tests = testFolders(paths)
  return (path) => (isFixture(path) || tests.has(testFolder(path) ?? '')) && !isWanted(path)
}

/** Whether a file is one that the user wants to have linted: those that the config includes; without a word in it, all pages but what tests read and what others wrote. */
export function wantedBy(
  { user: { include, ignore = [] } }: Config,
  paths: readonly string[],
  textOf: (path: string) => string | undefined,
): (path: string) => boolean {
  if (include) return picomatch(include, { ignore })
  const isPage = picomatch(pages, { ignore: [...fixtures, ...vendored, ...ignore] })
  const tests = testFolders(paths)
  const vignettes = new Set(paths.filter((it) => it.includes('vignettes/')))
  const isOfR = compiledByR.signs.every((it) => paths.includes(it))
  const copies = copiesIn(paths, textOf)
  return (path) =>
    isPage(path) &&
    !(isOfR && compiledByR.folder.test(path)) &&
    !copies.some((it) => path.startsWith(it)) &&
    !(builtByR.test(path) && vignettes.has(path.replace(builtByR, 'vignettes/'))) &&
    !(tests.has(testFolder(path) ?? '') && !isAboutTests(path))
}

const tests = /^(?:.*?\/)??(?:tests?|__tests__)(?=\/)/
/** Perl's folder of tests, and one of them. */
const perl = { folder: /^(?:.*?\/)??t(?=\/)/, test: /\.t$/ }
const docs = /(?:^|\/)(?:docs?|documentation|content|pages|website|site|guides?|wiki|book)\//
const code = /\.(?:[cm]?[jt]sx?|py|rb|php|rs|go|java|kt|cs|swift|c|cc|cpp|exs?|erl|hs|lua|pl|t|sh)$/
/** `README.md`, `NOTES.md`: what a reader of a folder opens first. What tests read has such pages, too. */
function isAboutTests(path: string): boolean {
  return (
    /^(?:[Rr]eadme\b|README|[A-Z][A-Z_-]+\.)/.test(splitPath(path).name) &&
    !/\/(?:data|resources|suites)\/[^/]+\//.test(path)
  )
}

/** The outermost folder of tests around a file. One about tests, among documentation, is none. */
function testFolder(path: string): string | undefined {
  const folder = (path.includes('test') ? tests.exec(path)?.[0] : undefined) ?? perl.folder.exec(path)?.[0]
  return folder === undefined || docs.test(folder) ? undefined : folder
}

/** A folder of that name is one of tests where code lies in it: pages about tests have none beside them, and pages that tests read do. */
function testFolders(paths: readonly string[]): ReadonlySet<string> {
  return new Set(paths.flatMap((path) => (code.test(path) ? (folderOfTest(path) ?? []) : [])))
}

function folderOfTest(path: string): string | undefined {
  const folder = testFolder(path)
  return folder !== undefined && /(?:^|\/)t$/.test(folder) && !perl.test.test(path) ? undefined : folder
}

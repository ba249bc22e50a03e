import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { describe, expect, test } from 'vitest'

/** The program's composition: the only files that may import everything, rules included. */
const composition = [
  'src/cli.ts',
  'src/index.ts',
  'src/worker.ts',
  'src/engine.ts',
  'src/commands/',
  'src/lsp/',
  'src/testing.ts',
]
const edge = ['src/io/', 'src/cli.ts', 'src/worker.ts', 'src/engine.ts', 'src/commands/', 'src/lsp/']

/** Who may import whom. A line is broken when a file of `from` imports something that `never` names. */
const table: { why: string; from: string[]; except?: string[]; never: RegExp }[] = [
  {
    why: 'the vocabulary stands on nothing',
    from: ['src/types.ts', 'src/types/', 'src/text.ts', 'src/spelling.ts', 'src/paths.ts', 'src/grouped.ts'],
    never: /^(src|rules)\/(?!types\/)/,
  },
  {
    why: 'rules judge finished facts: no tree, no disk, no other rule',
    from: ['rules/'],
    except: ['rules/index.ts'],
    never: /^(?!src\/(rule|text|spelling|paths|grouped|types)\.ts$)/,
  },
  {
    why: 'only parse/ and facts/ know what a syntax tree is',
    from: ['src/', 'rules/'],
    except: ['src/parse/', 'src/facts/'],
    never: /^(unified|mdast|mdast-.*|remark-.*|unist-.*|satteri|yaml|smol-toml|jsonc-parser)$/,
  },
  {
    why: 'the core does no I/O and does not know the time',
    from: ['src/', 'rules/'],
    except: edge,
    never: /^node:/,
  },
  {
    why: 'rules reach the engine as an argument',
    from: ['src/'],
    except: composition,
    never: /^rules\//,
  },
  {
    why: 'a format sees a report, never a project',
    from: ['src/report/'],
    never: /^src\/(?!report\/|types\.ts$|text\.ts$|paths\.ts$|grouped\.ts$)/,
  },
  {
    why: 'facts and parsing know no question that is asked of them',
    from: ['src/facts/', 'src/parse/', 'src/site/'],
    never: /^(rules\/|src\/(project|report|io|commands)\/|src\/(lint|rule|fix)\.ts$)/,
  },
  {
    why: 'what can be asked of a project does not know who answers',
    from: ['src/project/types/'],
    never: /^src\/project\/(?!types\/)/,
  },
  {
    why: 'the core does not know who composes it',
    from: ['src/'],
    except: composition,
    never: /^src\/(cli|index|worker|engine|testing|commands\/.*|lsp\/.*)\.?(ts)?$/,
  },
]

const files = ['src', 'rules'].flatMap((root) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => posix.join(root, path.replaceAll('\\', '/'))),
)

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  const specifiers = [
    ...text.matchAll(/^(?:import|export)\b[^'"]*?from '([^']+)'|\bimport\('([^']+)'\)|^import '([^']+)'/gm),
  ]
  return specifiers.map(([, a, b, c]) => {
    const specifier = a ?? b ?? c ?? ''
    return specifier.startsWith('.') ? join(dirname(file), specifier) : specifier
  })
}

const under = (file: string, places: string[]) =>
  places.some((it) => file === it || (it.endsWith('/') && file.startsWith(it)))

describe('who may import whom', () => {
  test.each(table)('$why', ({ from, except = [], never }) => {
    const broken = files
      .filter((file) => under(file, from) && !under(file, except))
      .flatMap((file) =>
        importsOf(file)
          .filter((it) => never.test(it))
          .map((it) => `${file} imports ${it}`),
      )
    expect(broken).toEqual([])
  })
})

test('a room of one question is entered by its index.ts', () => {
  const isRoom = (folder: string) => /^src\/project\/\w+\/\w/.test(folder) && files.includes(`${folder}/index.ts`)
  const broken = files.flatMap((file) =>
    importsOf(file)
      .filter((it) => isRoom(dirname(it)) && !file.startsWith(`${dirname(it)}/`) && !it.endsWith('/index.ts'))
      .map((it) => `${file} imports ${it}`),
  )
  expect(broken).toEqual([])
})

/** What a file imports of the project; without types it is what has to be loaded before the file is. */
function neededBy(file: string, types: boolean): string[] {
  const imports = readFileSync(file, 'utf8').matchAll(/^(?:import|export)\s+([^'"]*?)\s*from '(\.[^']+)'/gm)
  const isForgotten = (names: string) => /^type\b|^\{(?:\s*type\s[^,}]*,?)*\s*\}$/.test(names)
  return Array.from(imports, ([, names = '', path = '']) =>
    !types && isForgotten(names) ? '' : join(dirname(file), path),
  )
}

/** The first files that import each other in a circle. */
function circle(among: readonly string[], types: boolean): string[] | undefined {
  const done = new Set<string>()
  const circleFrom = (file: string, way: readonly string[]): string[] => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file]
    if (done.has(file) || !among.includes(file)) return []
    const found = neededBy(file, types)
      .map((it) => circleFrom(it, [...way, file]))
      .find((it) => it.length > 0)
    done.add(file)
    return found ?? []
  }
  return among.map((file) => circleFrom(file, [])).find((it) => it.length > 0)
}

test('no file waits for one that waits for it', () => {
  expect(circle(files, false)).toBeUndefined()
})

test('types run in no circle', () => {
  expect(circle(files, true)).toBeUndefined()
})

test('the core asks no clock and no process', () => {
  const asking = files
    .filter((file) => !under(file, edge))
    .filter((file) =>
      /\b(process\.|Date\.now|new Date\(\)|performance\.now|Math\.random)/.test(readFileSync(file, 'utf8')),
    )
  expect(asking).toEqual([])
})

test('files are short enough to be read', () => {
  const long = files.filter((file) => readFileSync(file, 'utf8').split('\n').length > 250)
  expect(long).toEqual([])
})

import picomatch from 'picomatch'
import type { Config } from '../config/index.ts'
import { extractFragment, extractSpec, isPiece, looksLikeSpec } from '../facts/spec/index.ts'
import { hasScheme, joinPath, splitPath } from '../paths.ts'
import type { Sources, SpecSetting } from '../project/types/project.ts'
import type { Document, Facts } from '../types.ts'
import { textIn } from './document.ts'
import type { Reader } from './reader.ts'
import { readByTests } from './wanted.ts'

/** What a build leaves behind repeats what is checked elsewhere. */
const built = /(?:^|\/)(?:node_modules|bower_components|vendor|build|dist|out|target|_site|coverage|\.[^/]+)\//
const sniffed = 4096
/** Enough to see ASCII keys, and never fails in the middle of a character. */
const latin1 = new TextDecoder('latin1')

/**
 * Contracts among the project's JSON and YAML files, and the files that they refer to. Only what looks like one is
 * parsed: most data files are not, and a large project has many. What is `known` with the same text is not parsed again.
 */
export function loadSpecs(reader: Reader, config: Config, known?: Sources): Document[] {
  const found = new Map<string, Document>()
  const { samples = [], specs = [] } = config.user
  const named = [...samples.map(({ schema }) => schema), ...specs.map(({ file }) => file)]
  const isFixture = readByTests(config, reader.tree.paths)
  const mapped = new Set(named.flatMap((it) => joinPath('', it) ?? []))
  for (const path of reader.tree.paths) {
    const isMapped = mapped.has(path)
    if (!/\.(?:json|ya?ml)$/.test(path)) continue
    if (!isMapped && (built.test(path) || isFixture(path) || reader.ignored(path))) continue
    const text = readText(reader, path, (head) => isMapped || looksLikeSpec(head))
    if (text === undefined) continue
    const before = known?.documents.get(path)
    const spec =
      before?.text === text && before.facts.spec ? before : { path, text, facts: factsOf(reader, path, text) }
    if (isMapped || !isPart(spec)) found.set(path, spec)
  }
  loadFragments(reader, found)
  return [...found.values()]
}

/** A contract is one large tree, which takes as much memory as it was made: unlike a page, it is not parsed from its JSON at once. */
function factsOf({ memory }: Reader, path: string, text: string): Facts {
  let made: Facts | undefined
  const make = () => {
    made = extractSpec(path, text)
    return JSON.stringify(made)
  }
  const json = memory?.recall('spec', path, text, make)
  return made ?? (json === undefined ? extractSpec(path, text) : (JSON.parse(json) as Facts))
}

/**
 * A schema within another file (the manifest of a package holds that of its options) does not make that file one; nor is a contract
 * what a build adds to one.
 */
function isPart({ facts: { spec } }: Document): boolean {
  return (spec?.kind === 'json-schema' && spec.version === '') || (spec?.data !== undefined && isPiece(spec.data))
}

/** Adds what the found contracts refer to, and what that refers to in turn. */
function loadFragments(reader: Reader, found: Map<string, Document>): void {
  const todo = [...found.values()]
  for (let next = todo.pop(); next; next = todo.pop()) {
    for (const path of references(next)) {
      if (found.has(path) || !reader.tree.has(path) || built.test(path)) continue
      const text = readText(reader, path, () => true)
      if (text === undefined) continue
      const fragment = { path, text, facts: extractFragment(text) }
      found.set(path, fragment)
      todo.push(fragment)
    }
  }
}

function readText(reader: Reader, path: string, wanted: (head: string) => boolean): string | undefined {
  const bytes = reader.read(path)
  if (!(bytes instanceof Uint8Array)) return undefined
  if (!wanted(latin1.decode(bytes.subarray(0, sniffed)))) return undefined
  return textIn(bytes)
}

/** `$ref: paths/orders_{id}.yaml`, in flow style too, or with the name on the line after `>-`. */
const reference = /\$ref["']?[ \t]*:[ \t]*(?:[>|]-?[ \t]*\r?\n[ \t]*)?["']?((?:\{[^#'"\s,{}]{0,100}\}|[^#'"\s,{}])+)/g

/** Files that `$ref`s name; nothing outside the project, and nothing on the network. */
function references({ path, text }: Document): string[] {
  const { folder } = splitPath(path)
  return [...text.matchAll(reference)].flatMap(([, target = '']) =>
    hasScheme(target) ? [] : (joinPath(folder, target) ?? []),
  )
}

/** What the user says of contracts, ready for questions. */
export function specSettings({ user: { specs = [] } }: Config): SpecSetting[] {
  return specs.map(({ id, file, docs }) => ({
    file: joinPath('', file) ?? file,
    name: id,
    covers: docs === undefined ? undefined : picomatch(docs),
  }))
}

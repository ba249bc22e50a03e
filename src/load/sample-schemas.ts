import picomatch from 'picomatch'
import type { Config } from '../config/index.ts'
import { decode } from '../parse/decode.ts'
import { plain } from '../parse/json.ts'
import { parseYaml } from '../parse/yaml.ts'
import type { SampleSchema, SampleSchemas } from '../project/samples/mapped.ts'
import { joinPath, splitPath } from '../text.ts'
import type { Document, Json, JsonNode } from '../types.ts'
import type { Reader } from './index.ts'

/** Files that one schema may pull in, itself included. */
const maxFiles = 100

/**
 * The schemas that the config maps to pages, and those that fences name: read and compiled once, for the samples that
 * need them. Nobody pays for ajv who names none. A schema that cannot be used is said at every sample that it is for.
 */
export async function loadSampleSchemas(
  reader: Reader,
  config: Config,
  documents: ReadonlyMap<string, Document>,
): Promise<SampleSchemas | undefined> {
  const mapped = (config.user.samples ?? []).map(({ files, schema }) => ({ matches: picomatch(files), schema }))
  const wanted = new Set<string>()
  for (const { path, facts } of documents.values()) {
    const [first] = mapped.filter((it) => it.matches(path))
    for (const it of facts.samples) {
      const name = it.schema ? named(reader, path, it.schema.path) : first?.schema
      if (name !== undefined) wanted.add(name)
    }
  }
  if (wanted.size === 0) return undefined
  const { compileSchema } = await import('../schema/compile.ts')
  const schemas = new Map<string, SampleSchema>()
  for (const path of [...wanted].sort()) schemas.set(path, prepare(reader, path, compileSchema))
  return {
    of({ path }, sample) {
      const name = sample.schema
        ? named(reader, path, sample.schema.path)
        : mapped.find((it) => it.matches(path))?.schema
      return name === undefined ? undefined : schemas.get(name)
    },
  }
}

/** A fence names its schema relative to the page, or to the root. */
function named(reader: Reader, page: string, schema: string): string {
  const beside = joinPath(splitPath(page).folder, schema)
  return beside !== undefined && reader.tree.has(beside) ? beside : (joinPath('', schema) ?? schema)
}

function prepare(
  reader: Reader,
  path: string,
  compile: (path: string, files: ReadonlyMap<string, Json>) => SampleSchema['check'],
): SampleSchema {
  try {
    const files = new Map<string, JsonNode>()
    if (joinPath('', path) === undefined) throw new Error('it leads out of the project')
    collect(reader, path, files)
    const check = compile(path, new Map([...files].map(([name, node]) => [name, plain(node)])))
    return { path, node: files.get(path), check }
  } catch (error) {
    const reason = error instanceof RangeError ? 'it refers to itself without end' : (error as Error).message
    return { path, problem: `schema "${path}" cannot be used: ${reason}`, check: () => [] }
  }
}

/** A schema and the files that its `$ref`s lead to. Only files of the project: nothing is fetched. */
function collect(reader: Reader, path: string, files: Map<string, JsonNode>): void {
  if (files.has(path)) return
  if (files.size >= maxFiles) throw new Error(`it pulls in more than ${maxFiles} files`)
  const node = read(reader, path)
  files.set(path, node)
  for (const ref of references(node)) {
    const [file = ''] = ref.split('#', 1)
    if (/^[a-z][a-z\d+.-]*:/i.test(ref)) throw new Error(`"${ref}" would have to be fetched`)
    const target = joinPath(splitPath(path).folder, file)
    if (target === undefined) throw new Error(`"${ref}" leads out of the project`)
    if (file !== '') collect(reader, target, files)
  }
}

function read(reader: Reader, path: string): JsonNode {
  if (!reader.tree.has(path)) throw new Error(`"${path}" does not exist`)
  const bytes = reader.read(path)
  const decoded = bytes instanceof Uint8Array ? decode(bytes) : bytes
  if (!('text' in decoded)) throw new Error(decoded.problem)
  const { data, errors } = parseYaml(decoded.text)
  if (!data) throw new Error(errors[0]?.message ?? 'it is empty')
  return data
}

/** What stands behind `$ref`, where that is a reference and not the name of a property. */
function references(root: JsonNode): string[] {
  const found: string[] = []
  const stack: { node: JsonNode; names: boolean }[] = [{ node: root, names: false }]
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { node, names } = next
    if (node.kind === 'array') for (const it of node.items) stack.push({ node: it, names: false })
    if (node.kind !== 'object') continue
    for (const { key, value } of node.members) {
      if (key === '$ref' && !names && value.kind === 'string') found.push(String(value.value))
      else stack.push({ node: value, names: !names && /^(?:properties|definitions|\$defs)$/.test(key) })
    }
  }
  return found
}

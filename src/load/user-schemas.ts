import { structureOf } from '../facts/spec/structure.ts'
import { plain, reference } from '../parse/json.ts'
import { parseYaml } from '../parse/yaml.ts'
import { hasScheme, joinPath, pathFrom } from '../paths.ts'
import type { Closing, compileSchema } from '../schema/compile.ts'
import type { UserSchema } from '../schema/user-schema.ts'
import type { JsonNode } from '../types.ts'
import { decoded } from './document.ts'
import type { Reader } from './reader.ts'

/** Files that one schema may pull in, itself included, and how large each may be. */
const maxFiles = 100
const maxBytes = 1 << 20

/** A schema of the user's, ready to judge. Nothing is fetched, and nothing outside the project is read. */
export function readUserSchema(
  reader: Reader,
  path: string,
  closing: Closing,
  compile: typeof compileSchema,
): UserSchema {
  try {
    const files = new Map<string, JsonNode>()
    if (joinPath('', path) === undefined) throw new Error('it leads out of the project')
    collect(reader, path, files)
    const check = compile(path, new Map([...files].map(([name, node]) => [name, plain(node)])), closing)
    return { path, node: files.get(path), check }
  } catch (error) {
    const reason = error instanceof RangeError ? 'it refers to itself without end' : (error as Error).message
    return { path, problem: `schema "${path}" cannot be used: ${reason}`, check: () => [] }
  }
}

/** A schema and the files that its `$ref`s lead to. */
function collect(reader: Reader, path: string, files: Map<string, JsonNode>): void {
  if (files.has(path)) return
  if (files.size >= maxFiles) throw new Error(`it pulls in more than ${maxFiles} files`)
  const node = read(reader, path)
  files.set(path, node)
  for (const ref of references(node)) {
    const [file = ''] = ref.split('#', 1)
    if (hasScheme(ref)) throw new Error(`"${ref}" would have to be fetched`)
    const target = pathFrom(path, file)
    if (target === undefined) throw new Error(`"${ref}" leads out of the project`)
    if (file !== '') collect(reader, target, files)
  }
}

function read(reader: Reader, path: string): JsonNode {
  if (!reader.tree.has(path)) throw new Error(`"${path}" does not exist`)
  const bytes = reader.read(path)
  if (bytes instanceof Uint8Array && bytes.length > maxBytes) throw new Error(`"${path}" is larger than 1 MiB`)
  const content = decoded(bytes)
  if (!('text' in content)) throw new Error(content.problem)
  const { data, errors } = parseYaml(content.text)
  if (!data) throw new Error(errors[0]?.message ?? 'it is empty')
  return data
}

/** What stands behind `$ref`, where that is a reference and not the name of a property. */
function references(root: JsonNode): string[] {
  return [...structureOf(root)].flatMap(({ node, isNamed }) => (isNamed ? [] : (reference(node) ?? [])))
}

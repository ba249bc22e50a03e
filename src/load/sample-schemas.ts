import picomatch from 'picomatch'
import type { Config } from '../config/index.ts'
import { joinPath, pathFrom } from '../paths.ts'
import { onceEach } from '../project/once.ts'
import type { SampleSchemas } from '../project/types/samples.ts'
import type { UserSchema } from '../schema/user-schema.ts'
import type { Document, Sample } from '../types.ts'
import type { Reader } from './reader.ts'
import { readUserSchema } from './user-schemas.ts'

/**
 * The schemas that the config maps to pages, and those that fences name: read and compiled once, for the samples that
 * need them. Nobody pays for ajv who names none. A schema that cannot be used is said at the first sample that it is for.
 */
export async function loadSampleSchemas(
  reader: Reader,
  config: Config,
  documents: ReadonlyMap<string, Document>,
): Promise<SampleSchemas | undefined> {
  const mapped = (config.user.samples ?? []).map(({ files, schema }) => ({ matches: picomatch(files), schema }))
  const mappedTo = onceEach((path: string) => mapped.find((it) => it.matches(path))?.schema)
  const nameOf = (path: string, { schema }: Sample) => (schema ? named(reader, path, schema.path) : mappedTo(path))
  const first = new Map<string, Sample>()
  for (const { path, facts } of documents.values()) {
    for (const it of facts.samples) {
      const name = nameOf(path, it)
      if (name !== undefined && !first.has(name)) first.set(name, it)
    }
  }
  if (first.size === 0) return undefined
  const { compileSchema } = await import('../schema/compile.ts')
  const schemas = new Map<string, UserSchema>()
  for (const path of [...first.keys()].sort()) {
    schemas.set(path, readUserSchema(reader, path, 'closed', compileSchema))
  }
  return {
    of({ path }, sample) {
      const schema = schemas.get(nameOf(path, sample) ?? '')
      return schema && { schema, isFirst: first.get(schema.path) === sample }
    },
  }
}

/** A fence names its schema relative to the page, or to the root. */
function named(reader: Reader, page: string, schema: string): string {
  const beside = pathFrom(page, schema)
  return beside !== undefined && reader.tree.has(beside) ? beside : (joinPath('', schema) ?? schema)
}

import picomatch from 'picomatch'
import type { Config } from '../config/index.ts'
import { decode } from '../parse/decode.ts'
import { plain } from '../parse/json.ts'
import { parseYaml } from '../parse/yaml.ts'
import type { FrontMatterSchema } from '../project/pages/front-matter.ts'
import { joinPath } from '../text.ts'
import type { Reader } from './index.ts'

/** The user's schemas for front matter. A schema that cannot be used is said on every page that it is for: a gate must not be green unseen. */
export async function loadFrontMatterSchemas(reader: Reader, config: Config): Promise<FrontMatterSchema[]> {
  const { frontMatter = [] } = config.user
  if (frontMatter.length === 0) return []
  const { makeValidator } = await import('../schema/validate.ts')
  return frontMatter.map(({ files, schema }) => {
    const matches = picomatch(files)
    try {
      return { matches, check: makeValidator(read(reader, schema)) }
    } catch (error) {
      const message = `schema "${schema}" cannot be used: ${error instanceof Error ? error.message : error}`
      return { matches, check: () => [{ path: [], message }] }
    }
  })
}

function read(reader: Reader, schema: string) {
  const path = joinPath('', schema)
  if (path === undefined || !reader.tree.has(path)) throw new Error('it does not exist')
  const bytes = reader.read(path)
  const decoded = bytes instanceof Uint8Array ? decode(bytes) : bytes
  if (!('text' in decoded)) throw new Error(decoded.problem)
  const { data, errors } = parseYaml(decoded.text)
  if (!data) throw new Error(errors[0]?.message ?? 'it is empty')
  return plain(data)
}

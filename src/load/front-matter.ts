import picomatch from 'picomatch'
import type { Config } from '../config/index.ts'
import type { FrontMatterSchema } from '../project/types/pages.ts'
import { byCodeUnit } from '../text.ts'
import type { Reader } from './reader.ts'
import { readUserSchema } from './user-schemas.ts'

/**
 * The user's schemas for front matter. One that cannot be used is said on the first page that it is for: a gate must not be
 * green unseen.
 */
export async function loadFrontMatterSchemas(reader: Reader, config: Config): Promise<FrontMatterSchema[]> {
  const { frontMatter = [] } = config.user
  if (frontMatter.length === 0) return []
  const { compileSchema } = await import('../schema/compile.ts')
  return frontMatter.map(({ files, schema }) => {
    const matches = picomatch(files)
    const found = readUserSchema(reader, schema, 'as written', compileSchema)
    const pages = found.problem === undefined ? [] : reader.targets.toSorted(byCodeUnit).filter((it) => matches(it))
    return { ...found, matches, pages }
  })
}

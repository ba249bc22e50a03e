import { member } from '../parse/json.ts'
import { parseYaml } from '../parse/yaml.ts'
import type { JsonNode } from '../types.ts'
import { textIn } from './document.ts'
import type { Reader } from './reader.ts'

/** Data that lies where the pages of Slate's kin do; more of them are no heads of pages. */
const beside = /(?:^|\/)source\/[^/]+\.ya?ml$/
const maxFiles = 40

/** `source/index.yml`: what others write as the front matter of a page, in a file of its own, by its path. */
export function loadPageHeads(reader: Reader): ReadonlyMap<string, JsonNode> {
  const paths = reader.tree.paths.filter((it) => beside.test(it) && !reader.ignored(it)).slice(0, maxFiles)
  const found = paths.flatMap((path): [string, JsonNode][] => {
    const text = textIn(reader.read(path))
    const data = text?.includes('language_tabs') ? parseYaml(text).data : undefined
    return data && member(data, 'language_tabs') ? [[path, data]] : []
  })
  return new Map(found)
}

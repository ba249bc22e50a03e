import { findFrontMatter } from '../../parse/front-matter.ts'
import { parseYaml } from '../../parse/yaml.ts'
import type { FrontMatter, Problem } from '../../types.ts'

/** Front matter is configuration: what is longer is data, or an attack on the YAML parser. */
const maxLength = 64 * 1024

/** The front matter of a document, and what is wrong with its YAML. */
export function frontMatter(text: string): { frontMatter?: FrontMatter; problems: Problem[] } {
  const block = findFrontMatter(text)
  if (block === undefined) return { problems: [] }
  if (block.yaml[1] - block.yaml[0] > maxLength) {
    const message = `the front matter is longer than ${maxLength} characters, so it was not parsed`
    return {
      frontMatter: { range: block.range },
      problems: [{ kind: 'limit', range: [block.range[0], block.yaml[0]], message }],
    }
  }
  const source = text.slice(...block.yaml)
  const { data, errors } = parseYaml(source, block.yaml[0])
  const [first] = errors
  // A template becomes YAML only when it is filled in.
  const template = /\{\{|\{%/.test(source)
  return {
    frontMatter: { range: block.range, data },
    // One mistake in YAML makes several errors; the first is the cause.
    problems: first && !template ? [{ kind: 'front-matter', range: first.range, message: first.message }] : [],
  }
}

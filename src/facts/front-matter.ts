import { findFrontMatter } from '../parse/front-matter.ts'
import { parseYaml } from '../parse/yaml.ts'
import type { FrontMatter, Problem } from '../types.ts'

/** The front matter of a document, and what is wrong with its YAML. */
export function frontMatter(text: string): { frontMatter?: FrontMatter; problems: Problem[] } {
  const block = findFrontMatter(text)
  if (block === undefined) return { problems: [] }
  const { data, errors } = parseYaml(text.slice(...block.yaml), block.yaml[0])
  const [first] = errors
  return {
    frontMatter: { range: block.range, data },
    // One mistake in YAML makes several errors; the first is the cause.
    problems: first ? [{ kind: 'front-matter', range: first.range, message: first.message }] : [],
  }
}

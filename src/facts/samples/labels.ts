import type { SampleText } from '../../parse/sample.ts'
import type { Sample } from '../../types.ts'
import { type CodeBlock, stretch } from './blocks/code.ts'

/** The first line may say what the block shows, "Request", "Response body:", or where it is sent: a URL, and an empty line below it. */
const label =
  /^\s*(?:(?:(?:sample|example) )?(request|response)(?: body)?[ \t]*(?::[ \t]*)?|https?:\/\/\S+[ \t]*\n[ \t]*)\n/i

/** What a block shows below such a line; all of it where there is none. */
export function behindLabel(block: CodeBlock): { shown: SampleText; role: Sample['role'] } {
  const [all = '', kind] = label.exec(block.value) ?? []
  const role = kind === undefined ? 'unknown' : /^request$/i.test(kind) ? 'request' : 'response'
  return { shown: stretch(block, all.length), role }
}

import { commonMethods, isHttpMethod } from '../methods.ts'
import type { CodeBlock } from '../samples/blocks/code.ts'
import type { Candidate } from './candidate.ts'
import { scriptCall } from './script-calls.ts'

/** How programs say a method: as an option, as an argument, in the name of a function or of a class. */
const signs: readonly RegExp[] = [
  /\bCURLOPT_CUSTOMREQUEST\W{1,6}['"]([A-Z]{3,7})['"]/g,
  /\b(?:NewRequest|request|open|method|setRequestMethod|NewRequestWithContext)\((?:\w+(?:\.\w+\(\))?, ?)?['"]([A-Za-z]{3,7})['"]/g,
  new RegExp(`\\b(?:method|type|httpMethod)["']?\\s{0,9}(?::|=>?)\\s{0,9}["'](${commonMethods})["']`, 'g'),
  /\bmethod: ?:([a-z]{3,6})\b/g,
  /(?:\bNet::HTTP::|\bHttpMethod\.|\bhttp\.Method|\bMethod\.)([A-Z][A-Za-z]{2,5})\b/g,
  /(?<=[ \t])-Method ['"]?([A-Za-z]{3,7})\b/g,
  /(?:\b(?:[Cc]lient|[Hh]ttp|HTTP\w{0,9}|[Rr]equest|[Ss]ession|Faraday)(?:\.|->|::)|\)\.(?=[A-Z]{3,6}\())(get|post|put|patch|delete|head|GET|POST|PUT|PATCH|DELETE|HEAD|Get|Post|Put|Patch|Delete|Head)(?:Async|AsJsonAsync)?\(/g,
]
/** A request with fields to post, unless it is told that it is another one. */
const posting = /\bCURLOPT_POST\b\W{1,6}(?:true|1)\b/i
/** Most blocks name none of what sends requests. */
const sends =
  /\b(?:CURLOPT_|NewRequest|Net::HTTP|HttpMethod|Method\.|httpMethod|Invoke-(?:RestMethod|WebRequest)|(?:[Cc]lient|[Rr]equest|[Ss]ession)(?:\.|->|\()|Http(?:::|\.)|HTTP\w{1,9}\.|XMLHttpRequest|xhr\.|\w+\.open\(|URI\.create)|\$\.ajax/
const literal = /(['"`])(https?:\/\/[^'"`\s]{1,500})\1/g
/** More of the URL follows, or is put in: nobody can read it here. */
const goesOn = /^\s{0,10}[+%.]/
const data = /^(?:json\w*|xml|html|yaml|yml|csv|css|sql|toml|ini|diff|graphql|hcl|mermaid|http)$/

/**
 * The call of a program in whatever language: a block that has one URL in quotes, and says one method. Where it has two of either, nobody
 * knows which is whose.
 */
export function programCall(block: CodeBlock): Candidate[] {
  const { value, language } = block
  if (data.test(language) || !sends.test(value)) return []
  const [only, another] = value.matchAll(literal)
  if (!only || another) return []
  const [, , url = ''] = only
  const end = only.index + only[0].length
  const method = methodOf(value)
  if (method === undefined || /%[sd]/.test(url) || goesOn.test(value.slice(end, end + 30))) return []
  return scriptCall(block, method, url, only.index + 1)
}

function methodOf(value: string): string | undefined {
  const found = signs.flatMap((it) => Array.from(value.matchAll(it), ([, verb = '']) => verb.toUpperCase()))
  const all = new Set(found.filter(isHttpMethod))
  if (all.size === 0 && posting.test(value)) return 'POST'
  const [only] = all
  return all.size === 1 ? only : undefined
}

/** Words that tell which way a message goes. */
const words: [RegExp, string][] = [
  [/запрос|请求|請求|リクエスト|요청|\b(?:solicitud|requisi[cç][aã]o|requête|anfrage)\b/gi, 'request'],
  [/ответ|响应|返回|回应|レスポンス|응답|\b(?:respuesta|resposta|retorno|réponse|antwort)\b/gi, 'response'],
]

/** One look spares nearly all words two others. */
const mayBeForeign = /[^\0-\x7f]|solicit|requisi|anfrage|respuesta|resposta|retorno|antwort/

/** "Merge requests", "Rate Requests Resource": what the API manages, and no message; "Example requests" are some. */
const managed =
  /\b(?!(?:all|and|api|async|authenticated|batch|bulk|client|create|curl|delete|example|failed|for|get|http|https|in|invalid|json|list|make|making|multiple|of|or|other|patch|post|put|query|raw|read|rest|sample|search|send|sending|server|signed|subsequent|the|these|to|update|valid|web|write|your)\b)[a-z]{3,20} requests\b/g

/** A title or a label in lower case, as far as it tells which way a message goes: in English, and without things that are called requests. */
export function directionWords(text: string): string {
  let said = text.toLowerCase()
  if (mayBeForeign.test(said)) for (const [pattern, word] of words) said = said.replace(pattern, word)
  return said.includes(' requests') ? said.replace(managed, ' ') : said
}

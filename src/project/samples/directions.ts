/** Words that tell which way a message goes. */
const words: [RegExp, string][] = [
  [/запрос|请求|請求|リクエスト|요청|\b(?:solicitud|requisi[cç][aã]o|requête|anfrage)\b/gi, 'request'],
  [/ответ|响应|返回|回应|レスポンス|응답|\b(?:respuesta|resposta|retorno|réponse|antwort)\b/gi, 'response'],
]

/** A title or a label in lower case, its words for requests and responses in English. */
export function inEnglish(text: string): string {
  let said = text.toLowerCase()
  for (const [pattern, word] of words) said = said.replace(pattern, word)
  return said
}

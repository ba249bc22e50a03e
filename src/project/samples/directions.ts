/** Words that tell which way a message goes. */
const words: [RegExp, string][] = [
  [
    /запрос|запит|请求|請求|输入|輸入|入参|入力|リクエスト|요청|طلب|درخواست|żądani|yêu cầu|požadav|\b(?:entrada|eingabe|solicitud|requisi[cç](?:[aã]o|ões)|requête|anfrage|richiest|verzoek|permintaan|i\u0307?ste[kğ])/gi,
    'request',
  ],
  [
    /ответ|відповід|响应|響應|返回|回应|回應|输出|輸出|出参|出力|レスポンス|응답|استجابة|پاسخ|phản hồi|\b(?:salida|saída|ausgabe|respuesta|resposta|retorno|réponse|antwort|rispost|antwoord|odpowied|odpověd|odpověď|yanıt|respons\b)/gi,
    'response',
  ],
]

/** One look spares nearly all words two others. */
const mayBeForeign =
  /[^\0-\x7f]|entrada|eingabe|salida|ausgabe|solicit|requisi|anfrage|richiest|verzoek|permintaan|istek|respuesta|resposta|retorno|antwo|rispost|odpowied|respons\b/

/** "Merge requests", "Rate Requests Resource": what the API manages, and no message; "Example requests" are some. */
const managed =
  /\b(?!(?:all|and|api|async|authenticated|batch|bulk|client|create|curl|delete|example|failed|for|get|http|https|in|invalid|json|list|make|making|multiple|of|or|other|patch|post|put|query|raw|read|rest|sample|search|send|sending|server|signed|subsequent|the|these|to|update|valid|web|write|your)\b)[a-z]{3,20} requests\b/g

/** A title or a label in lower case, as far as it tells which way a message goes: in English, and without things that are called requests. */
export function directionWords(text: string): string {
  let said = text.toLowerCase()
  if (mayBeForeign.test(said)) for (const [pattern, word] of words) said = said.replace(pattern, word)
  return said.includes(' requests') ? said.replace(managed, ' ') : said
}

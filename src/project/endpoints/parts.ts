/** Headings that name a part of an endpoint and no endpoint. */
const structural =
  /^\W*(?:curl )?(?:templates?|structure|(?:methods?|endpoints?|ur[il]s?) (?:and|&) (?:methods?|endpoints?|paths?|ur[il]s?)|endpoints?|paths?|routes?|operations?|syntax|(?:supported )?methods?|examples?|samples?|requests?|responses?|parameters?|headers?|payloads?|body|bodies|schemas?|status(?: codes?)?|errors?|scopes?|permissions?|(?:resource )?ur[il]s?|(?:api|endpoint|resource) (?:description|details?|info(?:rmation)?|ur[il]s?)|(?:path|query|request|response|url|uri|https?|sample|example|json|form|body|output|input|optional|required) [\w ()-]{1,60}|notes?|important|warnings?|description|overview|details?|definition|usage|returns?)\W*$/i
/** Words that begin a part (`Query options`) as well as a task (`Query a user`). */
const ambiguous = /^\W*(?:query|request)\s+[\w-]+\s+\w/i
/** What a part is a part of: with one of these, such a title is none of a task. */
const partWord =
  /\b(?:arg|attribute|body|bodies|code|config|data|detail|element|example|field|filter|format|header|key|message|method|object|option|param|path|payload|propert|response|sample|schema|string|syntax|template|type|ur[il]|value|variable)/i

/** The same in other languages. */
const abroad = new RegExp(
  `^[\\s\\d.*_]{0,9}(?:${[
    'запрос|ответ|ошибки|параметры(?: запроса| ответа)?|примеры?(?: запроса| ответа)?|тело (?:запроса|ответа)',
    '接口(?:描述|说明|地址)|(?:请求|响应|返回)(?:参数|示例|体|头|方法|方式|地址|语法|说明|结果|值|数据|信息)?',
    '(?:输入|输出|路径|查询)参数|参数(?:说明|列表)?|(?:调用|代码)?示例|举例|(?:错误码|状态码)(?:说明|表)?|备注',
    'リクエスト(?:パラメータ|例)?|レスポンス(?:例)?|パラメータ|エラー|요청|응답|파라미터|예제|예시',
    '(?:par[aáâ]metros|param[eè]tres|parametri|cuerpo|corpo|corps|cabeceras|cabeçalhos)(?: d[aei](?:ll?a)? (?:la )?\\p{L}+)?',
    'respuestas?|respostas?|réponses?|antwort(?:en)?|rispost[ae]|antwoord(?:en)?|odpowiedź|yanıt|phản hồi|відповідь|respons',
    'solicitud(?:es)?|requisiç(?:ão|ões)|requêtes?|anfragen?|richiest[ae]|verzoek|żądanie|i\u0307?stek|yêu cầu|запит|permintaan',
    'ejemplos?|exemplos?|exemples?|beispiele?|esempi?o?|przykład|örnek|ví dụ|contoh|errores|erros|erreurs|fehler|erfolg|rückgabe(?:werte?)?|errori|błędy|hatalar|lỗi',
  ].join('|')})[\\s\\d:：*_]{0,9}$`,
  'iu',
)

export function isPart(title: string): boolean {
  const said = title.trim()
  return (structural.test(said) && (!ambiguous.test(said) || partWord.test(said))) || abroad.test(said)
}

/** What each endpoint has for itself: beside a request or an answer, errors, headers and notes may be about all of a page. */
const own =
  /^\W*(?:(?:path|query|url|request|response|example|sample|json|form) )?(?:parameters?|body|requests?|responses?)(?: (?:body|parameters?|examples?|samples?))?\W*$/i

export function isOwnPart(title: string): boolean {
  return own.test(title.trim())
}

import { textBefore } from '../../text.ts'
import type { Schema } from '../../types.ts'

/** In the languages that documentation is written in. */
const parameters = 'param(?:[ae]ter|[eè]tre)?s?|par[aáâ]metros?'

/** What pages call the fields of an object. */
const fields = 'attributes|elements|fields|keys|members|properties'

/** "Query parameters" in languages that have own words for it; those for the parameters of a request say nothing of where they stand. */
const foreignQuery =
  'クエリー?(?: ?(?:パラメー?タ|ストリング|文字列)|[ :：*]{0,4}$)|쿼리(?: ?(?:파라미터|매개 ?변수|스트링|문자열)|[ :：*]{0,4}$)|查询(?:参数|字符串)|查詢(?:參數|字串)|параметр\\S* строки запроса|par[aáâ]metros? de consulta|(?:abfrage|query)-?parameter|parametri di ricerca|parametry zapytania|sorgu parametre|tham số truy vấn'

const foreignPath =
  '(?:パス|url) ?パラメー?タ|(?:경로|패스) ?(?:파라미터|매개 ?변수)|路径参数|路徑參數|параметр\\S* пути|par[aáâ]metros? d[aeo] (?:ruta|rota|caminho)|param[eè]tres? (?:de|du) chemin|pfad-?parameter|parametri (?:di|del) percorso|parametry ścieżki|yol parametre|tham số đường dẫn'

/** Titles that say of parameters that they stand in the query. */
export const namesQuery = new RegExp(`\\bquery\\b|${foreignQuery}`, 'i')

/** In the path; "URL" may mean the query as well. */
export const namesPath = new RegExp(`\\bpath\\b|${foreignPath}`, 'i')

/** Part of expressions. */
export const foreignAddress = `${foreignQuery}|${foreignPath}`

/** Below such a title a list says what a call takes. */
export const announcesParameters = new RegExp(
  `\\b(?:${parameters}|headers?|query|arguments?|options?|flags?|form data)\\b|параметр|${foreignAddress}`,
  'i',
)

/** Below such a title a table does. Tables of options and flags are as often about an object. */
export const announcesParameterTable = new RegExp(
  `\\b(?:${parameters}|headers?|query|arguments?)\\b|\\b(?:filter|sort|search)(?:able|ing)\\b|请求参数|請求參數|リクエスト ?パラメー?タ|요청 ?(?:파라미터|매개 ?변수)|параметр|${foreignAddress}`,
  'i',
)

/** "Response parameters", "Parameters of the response": what comes back has members, whatever they are called. */
const announcesAnswer =
  /\b(?:response|returned|return|output) (?:(?:body|data|json|value) )?(?:param(?:eter)?|argument)s?\b|\b(?:param(?:eter)?|argument)s? (?:in|of) (?:the )?(?:response|output|answer)\b|параметры ответа|par[aâ]metros? d[aeo] (?:la )?(?:resposta|respuesta|retorno)|param[eè]tres? de (?:la )?(?:réponse|retour)/i

/** What stands below a title, as far as that tells: what a call takes, or what an object holds. */
export function roleBelow(title: string, announces = announcesParameters): Schema['role'] {
  return announces.test(title) && !announcesAnswer.test(title) ? 'parameters' : 'object'
}

/** Fields by which a list can be narrowed down are some of an object's fields. */
export const announcesFilters = /\b(?:filter|sort|search)(?:able|ing)\b/i

/** Below such a title stands what an object holds. */
export const announcesFields =
  /\b(?:attributes?|propert(?:y|ies)|fields?|schema|object|entity|members|body|payload|response)\b/i

/** Below such a title stand some of the fields only. */
export const announcesSome = new RegExp(
  `\\b(?:required|common|shared|optional|additional|standard|minimum|important|selected|some|notes on)\\b.*\\b(?:${fields})\\b`,
  'i',
)

/** `Arguments`, `Path parameters`, as a title: a label that is a heading. */
export const labelTitle = new RegExp(
  `^\\W{0,4}(?:(?:query(?:[ -]?string)?|path|url|uri|request) )?(?:${parameters}|arguments?)\\W{0,4}$`,
  'i',
)

/** The end of the text above, in which the patterns below look for what announces a list or a table; a tag that only ends its line is none of it. */
export function leadOf(text: string, start: number): string {
  const lead = textBefore(text, start, 180).trimEnd()
  return lead.endsWith('>') ? lead.replace(/(?<=[\w:*])\s{0,9}<br ?\/?>$/i, '') : lead
}

const notable = 'key|main|common|(?:most )?important|noteworthy|notable|selected|basic|typical'

/**
 * "Key parameters:", "### Noteworthy attributes": those that matter most. Who says that they follow, or that some of them do, may go on:
 * "with the following notable parameters. See the example below for more."
 */
export const keyOnes = new RegExp(
  `\\b(?:${notable}) (?:${fields}|options|parameters|settings)\\W{0,4}$|` +
    `\\b(?:(?:following|these) (?:${notable})|some of (?:the|its|these)(?: (?:${notable}))?) (?:[\\w-]{1,20} )?` +
    `(?:${fields}|options|parameters|settings)\\b[^\\n]{0,80}$`,
  'i',
)

/** `**Query parameters:**`, `_Path Parameters_`, `**Parámetros de la URL:**`: a label says it as well as a title does. */
export function isLabelled(lead: string): boolean {
  return label.test(lead) || (lead.endsWith(':') && announcement.test(lead))
}

const label = new RegExp(
  '(?:^|\\n)[\\W_]{0,4}(?:' +
    `(?:(?:query(?:[ -]?string)?|path|url|uri|header|request)? ?)?(?:${parameters})` +
    '(?: (?:(?:d[aeo]|en|na|no)(?: la| el)? )?(?:ur[il]|path|query|ruta|rota|consulta|requ[eê]te|chemin|solicitud|requisição))?' +
    '|(?:http|request|response)? ?headers' +
    `|请求参数 ?(?:query|params)|(?:${foreignAddress})(?: ?(?:说明|說明|列表|一覧|목록))?)[\\W_]{0,4}$`,
  'i',
)

/** "The following parameters should be set in the URL:", "If you like, add any of these query parameters:" */
const announcement =
  /\b(?:path|query|ur[il]|header) param(?:eter)?s?[^\n.]{0,60}:$|\bparameters? [^\n.]{0,40}\b(?:path|query string|ur[il]):$/i

/** "The following URL parameters are required:": all of them are the path's, and none the query's. */
export const pathLabel =
  /(?:^|\n)(?![^\n]*(?:query|header|body|optional))[^\n.]{0,60}\b(?:path|ur[il]) param(?:eter)?s?\b[^\n.]{0,60}$/i

/** `_Optional parameters_:`: some of what a call takes. */
export const partLabel =
  /(?:^|\n)[\W_]{0,4}(?:required|optional|additional) (?:(?:query|body|form|request) )?param(?:eter)?s?[\W_]{0,4}$/i

/** "These objects have the following fields:", "an object containing:". */
export function isAnnounced(lead: string): boolean {
  return theFollowing.test(lead) || anObject.test(lead) || memberLabel.test(lead)
}

const theFollowing = new RegExp(
  `\\b(?:following|these) (?:[\\w-]{1,20} ){0,2}(?:${fields}|parameters)\\b[^\\n.:]{0,60}:?$`,
  'i',
)
const anObject = /\bobjects? (?:containing|consisting of|holding)(?: the following)?:$/i

/** `Input:`, `**Response fields**`, `JSON body schema:` on a line of its own. */
const memberLabel = new RegExp(
  `(?:^|\\n)[\\W_]{0,4}(?:(?:json|request|response) )?(?:body|payload|input|output|${fields})(?: (?:schema|structure|${fields}))?[*_:]{1,4}$`,
  'i',
)

/** "The payload must contain the following fields:": others may be there, too. */
export const announcesDemands = /\b(?:must|needs? to|at least|required|mandatory)\b[^.]{0,100}$/i

/** "Each is a pot with the following additional properties:": the others stand elsewhere. */
export const announcesMore = new RegExp(`\\b(?:following|these) additional (?:${fields})\\b`, 'i')

/** "Possible values:", "Supported types:", "The status is one of:": what a field may hold, and no fields. */
export const announcesValues =
  /\b(?:values?(?: (?:are|include))?|one of(?: the following)?|(?:accepted|allowed|possible|supported|valid)(?: (?:formats|kinds|modes|states|types))?) ?:$/i

/** `Required:`, `**Optional fields**`, `Read-only`, right above: which part of the fields follows, and where the label begins. */
export function partAbove(text: string, start: number): { name: string; start: number } | undefined {
  const label = part.exec(textBefore(text, start, 80))
  return label ? { name: (label[1] ?? '').toLowerCase(), start: start - label[0].length } : undefined
}

const part = new RegExp(
  `(?<=^|\\n)[ \\t*_]{0,6}(required|mandatory|optional|additional|read[ -]?only|other)(?: (?:${fields}|parameters))?[ \\t:*_]{0,6}\\s{1,9}$`,
  'i',
)

/** "Along with these common fields, the specific fields of its type are included.", right below. */
export function goesOnBelow(text: string, end: number): boolean {
  const [line = ''] = text
    .slice(end, end + 250)
    .trimStart()
    .split('\n', 1)
  return others.test(line)
}

const others = new RegExp(`\\b(?:common|additional|further|other|specific)\\b[^.]{0,60}\\b(?:${fields})\\b`, 'i')

/** "Once it is fired, a pot can have additional fields:", and nothing else from one table to the next. */
export function hasMore(text: string, end: number, next: number): boolean {
  const between = next > end && next - end < 500 ? text.slice(end, next).trim() : ''
  return canHave.test(between) && !/```|~~~|^#/m.test(between)
}

const canHave = new RegExp(
  `^[^\\n]{0,160}\\b(?:can|may|might|could) (?:also )?(?:have|contain|include|hold)\\b[^\\n]{0,30}\\b(?:additional|further|other|optional) (?:${fields})\\b`,
  'i',
)

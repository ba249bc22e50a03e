import { textBefore } from '../../text.ts'

/** What stands right above, without a tag that only ends its line. */
function leadBefore(text: string, start: number, most: number): string {
  return textBefore(text, start, most)
    .trimEnd()
    .replace(/(?<=[\w:*])\s{0,9}<br ?\/?>$/i, '')
}

/** In the languages that documentation is written in. */
const parameters = 'param(?:eter|[eè]tre)?s?|par[aáâ]metros?'

/** Below such a title a list says what a call takes. */
export const announcesParameters = new RegExp(
  `\\b(?:${parameters}|headers?|query|arguments?|options?|flags?|form data)\\b|параметр`,
  'i',
)

/** Below such a title a table does. Tables of options and flags are as often about an object. */
export const announcesParameterTable = new RegExp(
  `\\b(?:${parameters}|headers?|query|arguments?)\\b|\\b(?:filter|sort|search)(?:able|ing)\\b|параметр|(?:请求|路径|查询)参数`,
  'i',
)

/** "Response parameters", "Parameters of the response": what comes back has members, whatever they are called. */
export const announcesAnswer =
  /\b(?:response|returned|return|output) (?:(?:body|data|json|value) )?(?:param(?:eter)?|argument)s?\b|\b(?:param(?:eter)?|argument)s? (?:in|of) (?:the )?(?:response|output|answer)\b|параметры ответа|par[aâá]metros? d[aeo] (?:la )?(?:resposta|respuesta|retorno)|param[eè]tres? de (?:la )?(?:réponse|retour)/i

/** Fields by which a list can be narrowed down are some of an object's fields. */
export const announcesFilters = /\b(?:filter|sort|search)(?:able|ing)\b/i

/** Below such a title stands what an object holds. */
export const announcesFields =
  /\b(?:attributes?|propert(?:y|ies)|fields?|schema|object|entity|members|body|payload|response)\b/i

/** Below such a title stand some of the fields only. */
export const announcesSome =
  /\b(?:required|common|shared|optional|additional|standard|minimum|important|selected|some|notes on)\b.*\b(?:fields|properties|attributes|elements)\b/i

/** "Key parameters:", right above a list: those that matter most. */
export function announcesKeyOnes(text: string, start: number): boolean {
  return /\b(?:key|main|common|important|notable|basic|typical) (?:attributes|fields|keys|options|parameters|properties|settings)\W{0,4}$/i.test(
    leadBefore(text, start, 60),
  )
}

/** `**Query parameters:**`, `_Path Parameters_`, `**Parámetros de la URL:**` right above: a label says it as well as a title does. */
export function isLabelled(text: string, start: number): boolean {
  const line = leadBefore(text, start, 180)
  return label.test(line) || announcement.test(line)
}

const label = new RegExp(
  '(?:^|\\n)[\\W_]{0,4}(?:' +
    `(?:(?:query(?:[ -]?string)?|path|url|uri|header|request)? ?)?(?:${parameters})` +
    '(?: (?:(?:d[aeo]|en|na|no)(?: la| el)? )?(?:ur[il]|path|query|ruta|rota|consulta|requ[eê]te|chemin|solicitud|requisição))?' +
    '|(?:http|request|response)? ?headers)[\\W_]{0,4}$',
  'i',
)

/** `Arguments`, `Path parameters`, as a title: a label that is a heading. */
export function isLabelTitle(title: string): boolean {
  return labelTitle.test(title)
}

const labelTitle = new RegExp(
  `^\\W{0,4}(?:(?:query(?:[ -]?string)?|path|url|uri|request) )?(?:${parameters}|arguments?)\\W{0,4}$`,
  'i',
)

/** "The following URL parameters are required:" right above: all of them are the path's, and none the query's. */
export function isLabelledPath(text: string, start: number): boolean {
  return pathLabel.test(leadBefore(text, start, 120))
}

const pathLabel =
  /(?:^|\n)(?![^\n]*(?:query|header|body|optional))[^\n.]{0,60}\b(?:path|ur[il]) param(?:eter)?s?\b[^\n.]{0,60}$/i

/** `_Optional parameters_:` right above: some of what a call takes. */
export function isPartLabel(text: string, start: number): boolean {
  return /(?:^|\n)[\W_]{0,4}(?:required|optional|additional) (?:(?:query|body|form|request) )?param(?:eter)?s?[\W_]{0,4}$/i.test(
    leadBefore(text, start, 80),
  )
}

/** `Required:`, `**Optional fields**`, `Read-only`, right above: which part of the fields follows, and where the label begins. */
export function partAbove(text: string, start: number): { name: string; start: number } | undefined {
  const label = partLabel.exec(textBefore(text, start, 80))
  return label ? { name: (label[1] ?? '').toLowerCase(), start: start - label[0].length } : undefined
}

const partLabel =
  /(?<=^|\n)[ \t*_]{0,6}(required|mandatory|optional|additional|read[ -]?only|other)(?: (?:attributes|fields|parameters|properties))?[ \t:*_]{0,6}\s{1,9}$/i

/** "The following parameters should be set in the URL:", "If you like, add any of these query parameters:" */
const announcement =
  /\b(?:path|query|ur[il]|header) param(?:eter)?s?[^\n.]{0,60}:$|\bparameters? [^\n.]{0,40}\b(?:path|query string|ur[il]):$/i

/** "These objects have the following fields:", "an object containing:", right above. */
export function isAnnounced(text: string, start: number): boolean {
  const line = leadBefore(text, start, 150)
  return (
    /\b(?:following|these) (?:[\w-]{1,20} ){0,2}(?:attributes|fields|keys|parameters|properties)\b[^\n.:]{0,60}:?$/i.test(
      line,
    ) ||
    /\bobjects? (?:containing|consisting of|holding)(?: the following)?:$/i.test(line) ||
    memberLabel.test(line)
  )
}

/** `Input:`, `**Response fields**`, `JSON body schema:` on a line of its own. */
const memberLabel =
  /(?:^|\n)[\W_]{0,4}(?:(?:json|request|response) )?(?:body|payload|input|output|attributes|fields|properties)(?: (?:schema|structure|fields|attributes|properties))?[*_:]{1,4}$/i

/** "The payload must contain the following fields:": others may be there, too. */
export function announcesDemands(text: string, start: number): boolean {
  return /\b(?:must|needs? to|at least|required|mandatory)\b[^.]{0,100}$/i.test(leadBefore(text, start, 150))
}

/** "Each is a pot with the following additional properties:": the others stand elsewhere. */
export function announcesMore(text: string, start: number): boolean {
  return /\b(?:following|these) additional (?:properties|fields|members|keys|attributes)\b/i.test(
    textBefore(text, start, 120),
  )
}

/** "Along with these common fields, the specific fields of its type are included.", right below. */
export function goesOnBelow(text: string, end: number): boolean {
  const [line = ''] = text
    .slice(end, end + 250)
    .trimStart()
    .split('\n', 1)
  return /\b(?:common|additional|further|other|specific)\b[^.]{0,60}\b(?:fields|properties|attributes|members|keys|elements)\b/i.test(
    line,
  )
}

/** "Possible values:", "Supported types:", "The status is one of:": what a field may hold, and no fields. */
export function announcesValues(text: string, start: number): boolean {
  return valueLabel.test(textBefore(text, start, 60))
}

const valueLabel =
  /\b(?:values?(?: (?:are|include))?|one of(?: the following)?|(?:accepted|allowed|possible|supported|valid)(?: (?:formats|kinds|modes|states|types))?) ?:\s*$/i

/** "Once it is fired, a pot can have additional fields:", and nothing else from one table to the next. */
export function hasMore(text: string, end: number, next: number): boolean {
  const between = next > end && next - end < 500 ? text.slice(end, next).trim() : ''
  return (
    /^[^\n]{0,160}\b(?:can|may|might|could) (?:also )?(?:have|contain|include|hold)\b[^\n]{0,30}\b(?:additional|further|other|optional) (?:fields|properties|attributes|members|keys|elements)\b/i.test(
      between,
    ) && !/```|~~~|^#/m.test(between)
  )
}

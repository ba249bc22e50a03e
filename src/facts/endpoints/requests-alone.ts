import { methods } from '../methods.ts'

/** `≡` says that it is one endpoint by another name, the rest that it is another one. */
const marks = '≡|={1,3}|↔|⇔|[,，、;/|]'
const words = '(?:and/or|or|and|ou|o|oder|und|of|en|et|e|y|u|i|lub|eller|och|или|и)(?![a-zа-я])|或者?|和|または|또는'
const request = `\`(?:${methods}) /[^\`\\s]*\``

/** `` `PUT /x` or `PATCH /x` ``, `` `POST /x` ≡ `POST /y` ``: requests in code, and nothing else in the paragraph; all of them are what it is about. */
export const requestsAlone = new RegExp(
  `^\\s*${request}(?:\\s{0,3}(?:(?:${marks})\\s{0,3})?(?:${words})?\\s{0,3}${request})+[.:：]?\\s*$`,
)

/** What calls something an example, in the languages that documentation is written in: parts of an expression. */
export const exampleWords =
  '\\b(?:examples?|samples?|ejemplos?|exemplos?|exemples?|beispiele?)\\b|пример|示例|举例|例如|例子|样例|예제|예시|リクエスト例'

const exemplary = new RegExp(exampleWords, 'i')

/** Whether a title says that what is below it is an example. */
export function isExample(title: string): boolean {
  return exemplary.test(title)
}

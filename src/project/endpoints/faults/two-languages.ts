import { isSwapped } from '../../../spelling.ts'

const english = /\b(?:the|and|of|to|for|with|this)\b/gi
/** What Portuguese, Spanish, French, Italian, German, Dutch, Scandinavian, Polish, Turkish and Indonesian have in most sentences. */
const others =
  /[à-öø-ž]|\b(?:de|da|dos?|os|um|uma|para|el|la|los|las|una|le|les|des|du|et|une|il|di|che|per|der|und|ist|ein|eine|het|een|og|och|att|er|na|nie|ve|bir|dan|yang|untuk)\b/gi

/** Whether the prose of a page, which has letters of Latin, is in another language than English, in which most names are. */
export function isAbroad(text: string): boolean {
  return (text.match(others)?.length ?? 0) > (text.match(english)?.length ?? 0)
}

/** `alerts` and `alertas`, `members` and `membres`, `resource` and `ressource`, all but one letter: they have one beginning, or differ in what languages double or turn. */
export function areOneAbroad(word: string, other: string): boolean {
  let at = 0
  while (at < word.length && word[at] === other[at]) at++
  if (at * 2 >= Math.min(word.length, other.length)) return true
  if (isSwapped(word, other)) return /^(?:er|re)/.test(word.slice(at, at + 2))
  const long = word.length > other.length ? word : other
  return long[at] === long[at - 1]
}

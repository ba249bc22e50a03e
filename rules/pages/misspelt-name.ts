import { defineRule, type Project, problemsOf, suggestAll } from '../../src/rule.ts'
import { editsBetween } from '../../src/spelling.ts'
import type { Range } from '../../src/types.ts'

type MisspeltName = ReturnType<Project['pages']['misspelt']>[number]

export default defineRule({
  summary: 'A name stands once, with a letter wrong, where the right one stands often.',
  severity: 'warning',

  *check(document, { project }) {
    const alsoAt = (range: Range) => ({ path: document.path, at: range, message: 'it also stands here' })
    for (const it of project.pages.misspelt(document)) {
      const { at, meant, others = [] } = it
      yield {
        at,
        message: messageOf(it),
        help: `did you mean "${meant}"?`,
        related: others.map(alsoAt),
        fix: suggestAll([at, ...others], meant),
      }
    }
    yield* problemsOf(document, 'title')
    for (const { name, places } of project.pages.strangeCurrencies(document)) {
      const [at = [0, 0], ...others] = places
      yield {
        at,
        message: `"${name}" is no currency of ISO 4217, as this line calls it`,
        related: others.map(alsoAt),
      }
    }
    for (const { name, letter, meant, places } of project.pages.mixedWords(document)) {
      const [at = [0, 0], ...others] = places
      yield {
        at,
        message: `the "${letter}" in "${name}" is a ${letter < '\u0400' ? 'Greek' : 'Cyrillic'} letter`,
        help: `write "${meant}" in Latin letters`,
        related: others.map(alsoAt),
        fix: suggestAll(places, meant),
      }
    }
  },
})

function messageOf({ name, usual, registered, copied, tripled }: MisspeltName): string {
  if (registered) return registeredAs(name, registered, usual)
  if (tripled) return `"${name}" has the letter "${tripled}" three times in a row`
  return `"${name}" stands ${copied ? 'on two pages only' : 'only here'}, and "${usual}" elsewhere`
}

function registeredAs(name: string, kind: string, usual: string): string {
  return editsBetween(name, usual) > 1 ? `"${name}" is no ${kind}` : `"${name}" is a letter off the ${kind} "${usual}"`
}

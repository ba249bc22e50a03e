import { grouped } from '../../../grouped.ts'
import { text } from '../../../parse/json.ts'
import { placeAt } from '../../../schema/place.ts'
import { areVariants, isMistyped } from '../../../spelling.ts'
import type { Document } from '../../../types.ts'
import { type Objects, usesByKey } from '../names.ts'
import type { Slip } from './slip.ts'

/** Words alone, of which one is long enough to be misspelt; what is longer is a key, or a row of letters that mean something each. */
const words = /^(?=.*[A-Za-z]{6})[A-Za-z]{1,16}(?:[ _-][A-Za-z]{1,16}){0,4}$/
/** Of more values, some are a letter apart by nature. */
const most = 40
const leastWord = 6

/** `"state": "Sucess"`, where the page has `"state": "Success"`, too: one of the two has a letter too many, one too few, or two that changed places. */
export function misspeltValues({ path, facts }: Document, objects: Objects): Slip[] {
  const uses = usesByKey(facts.samples, objects, ({ value }) => words.test(text(value) ?? ''))
  return [...uses].flatMap(([name, all]) => {
    const byValue = grouped(all, ({ member: { value } }) => text(value) ?? '')
    return (byValue.size > most ? [] : slipsAmong([...byValue.keys()])).flatMap(([says, shows]): Slip[] => {
      const [first] = byValue.get(says) ?? []
      const [again, ...others] = byValue.get(shows) ?? []
      if (!first || !again) return []
      const { sample, member } = again
      const place = placeAt(path, first.member.value.range)
      const repeats = others.filter((it) => it.sample === sample).map((it) => it.member.value.range)
      return [{ sample, kind: 'spelt', at: member.value.range, name, says, shows, place, repeats }]
    })
  })
}

function slipsAmong(values: readonly string[]): [string, string][] {
  return values.flatMap((one, at) =>
    values
      .slice(at + 1)
      .filter((it) => isOneMisspelt(one, it))
      .map((it): [string, string] => [one, it]),
  )
}

function isOneMisspelt(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  const [own, other] = [wordsOf(a), wordsOf(b)]
  const apart = own.flatMap((it, at): [string, string][] => (it === other[at] ? [] : [[it, other[at] ?? '']]))
  const [pair, another] = apart
  if (!pair || another || own.length !== other.length) return false
  const [word, meant] = pair
  return Math.max(word.length, meant.length) >= leastWord && !areVariants(word, meant) && isMistyped(word, meant, false)
}

function wordsOf(value: string): string[] {
  return value.toLowerCase().split(/[ _-]/)
}

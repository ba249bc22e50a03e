import { grouped, shelve } from '../../grouped.ts'
import type { Contradiction } from '../../schema/contradiction.ts'
import { placeAt } from '../../schema/place.ts'
import { areVariants, isMistyped } from '../../spelling.ts'
import type { Document, JsonNode, Sample } from '../../types.ts'
import { once } from '../once.ts'
import type { Objects } from './names.ts'

/** Words alone, of which one is long enough to be misspelt; what is longer is a key, or a row of letters that mean something each. */
const words = /^(?=.*[A-Za-z]{6})[A-Za-z]{1,16}(?:[ _-][A-Za-z]{1,16}){0,4}$/
/** Of more values, some are a letter apart by nature. */
const most = 40
const leastWord = 6

interface Use {
  sample: Sample
  node: JsonNode
}

/** `"state": "Sucess"`, where the page has `"state": "Success"`, too: one of the two has a letter too many, one too few, or two that changed places. */
export function misspeltValues(document: Document, objects: Objects): (sample: Sample) => Contradiction[] {
  const found = once(() => {
    const slips = new Map<Sample, Contradiction[]>()
    for (const [name, uses] of usesByKey(document.facts.samples, objects)) {
      const byValue = grouped(uses, ({ node }) => ('value' in node ? String(node.value) : ''))
      for (const [says, shows] of byValue.size > most ? [] : slipsAmong([...byValue.keys()])) {
        const [first] = byValue.get(says) ?? []
        const [again, ...others] = byValue.get(shows) ?? []
        if (!first || !again) continue
        const place = placeAt(document.path, first.node.range)
        const repeats = others.filter((it) => it.sample === again.sample).map(({ node }) => node.range)
        shelve(slips, again.sample, { kind: 'spelt', at: again.node.range, name, says, shows, place, repeats })
      }
    }
    return slips
  })
  return (sample) => found().get(sample) ?? []
}

function slipsAmong(values: readonly string[]): [string, string][] {
  return values.flatMap((one, at) =>
    values
      .slice(at + 1)
      .filter((it) => isOneMisspelt(one, it))
      .map((it): [string, string] => [one, it]),
  )
}

function usesByKey(samples: readonly Sample[], objects: Objects): ReadonlyMap<string, Use[]> {
  const found = new Map<string, Use[]>()
  for (const sample of samples)
    for (const { key, value: node } of objects(sample).flat())
      if (node.kind === 'string' && words.test(String(node.value))) shelve(found, key, { sample, node })
  return found
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

import type { Section, Status } from '../../types.ts'
import type { CodeBlock } from '../samples/blocks/code.ts'
import type { Syntax } from '../syntax.ts'

/** `returns a 204 No Content`, `responds with status "201"`: where a number goes on as a sentence, it may count something. */
const announces =
  /\b(?:[Rr]eturns?|(?:[Rr]esponds?|[Rr]epl(?:y|ies)|[Aa]nswers?)(?: with)?|[Rr]esponses?:?|[Ss]tatus(?: [Cc]ode)?(?: is| of|:)?)\s(?:an? |the )?(?:HTTP )?(?:status )?(?:code )?(?:of )?[`*"']{0,3}(20[0-7])(?!\.?\d)(?=[`*"'.,;:)]|\s*$|\s+(?:[A-Z(]|status|response|code|with |and ))/g
/** Where it depends, the sample may show the other case. */
const depends = /\b(?:if|unless|otherwise|or|already|instead|either|depending|previously)\b/i
const farthest = 600

/** The success that the text right above an answer says, where that shows another one. */
export function announcedAbove(
  { text, sections }: Syntax,
  { range: [end], section }: CodeBlock,
  before: CodeBlock | undefined,
  shown: number,
): Status['announced'] {
  if (shown < 200 || shown > 207) return undefined
  const beside = announcedBeside(sections, section)
  if (beside) return beside.code === shown ? undefined : beside
  const start = Math.max(sections[section]?.heading[1] ?? 0, before?.range[1] ?? 0, end - farthest)
  const above = text.slice(start, end)
  if (above.includes(String(shown)) || depends.test(above)) return undefined
  const said = [...above.matchAll(announces)].map(({ index, 0: all, 1: code = '' }) => {
    const at = start + index + all.length - code.length
    return { code: Number(code), range: [at, at + code.length] as const }
  })
  const [first] = said
  return said.every(({ code }) => code === first?.code) ? first : undefined
}

/** `Response 200 OK` and, further down, `Response` with a sample: two headings of one section, of which no other one says a status. */
function announcedBeside(sections: readonly Section[], at: number): Status['announced'] {
  const own = sections[at]
  if (!own || own.parent < 1 || !/^(?:example )?response:?$/i.test(own.title)) return undefined
  const beside = sections.slice(own.parent, at + few).filter(({ parent }) => parent === own.parent)
  const [first, another] = beside.filter(({ title }) => headed.test(title))
  if (!first || another) return undefined
  // What stands between the two is about the same call.
  const between = beside.filter(({ heading: [it] }) => first.heading[0] < it && it < own.heading[0])
  if (first.heading[0] > own.heading[0] || !between.every(({ title }) => part.test(title))) return undefined
  return { code: Number(headed.exec(first.title)?.[1]), range: first.heading }
}

/** So many sections below, another status may be said. */
const few = 20

const headed = /^response[: ]{1,2}(20[0-7])(?: [A-Z][A-Za-z ]*)?$/i
const part = /^(?:example )?(?:http )?(?:request|errors?|headers?|body|parameters?)\b/i

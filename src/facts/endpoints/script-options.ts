/** The members of an object literal, as long as the source; what is nested in them is blank. */
export interface Options {
  members: string
  start: number
}

/** A call's options are no program; what is longer than this was never closed. */
const longest = 4000
const quotedOrBracket = /(["'])(?:(?!\1)[^\\\n]|\\.)*\1|`(?:[^`\\]|\\.)*`|[{}[\]()]/g

/**
 * The object literal that stands at an offset, or was assigned to the variable that does. Undefined where nobody can tell from here
 * what the call is given.
 */
export function optionsAt(value: string, at: number): Options | undefined {
  if (value[at] === '{') return literalAt(value, at)
  const name = /^([A-Za-z_$][\w$]*)\s{0,20}[,)]/.exec(value.slice(at, at + 80))?.[1]
  const start = name === undefined ? undefined : assignedTo(name, value, at)
  return start !== undefined && value[start] === '{' ? literalAt(value, start) : undefined
}

/** `var requestOptions = {`: of several, the last one is in force. A program may make many calls, and looks back only so far for each. */
function assignedTo(name: string, value: string, at: number): number | undefined {
  const from = Math.max(0, at - 2 * longest)
  const before = value.slice(from, at)
  const own = name.replaceAll('$', '\\$')
  const assignment = new RegExp(`(?<![\\w$.])${own}\\s{0,9}(?::[^=\\n]{1,60})?=\\s{0,9}(?=[^\\s=>])`, 'g')
  const last = [...before.matchAll(assignment)].at(-1)
  return last && from + last.index + last[0].length
}

function literalAt(value: string, start: number): Options | undefined {
  const source = value.slice(start, start + longest)
  let [members, depth] = ['', 0]
  for (const { 0: mark, index } of source.matchAll(quotedOrBracket)) {
    if (mark.length > 1) continue
    const before = source.slice(members.length, index)
    members += depth === 1 ? before : ' '.repeat(before.length)
    depth += '{[('.includes(mark) ? 1 : -1
    if (depth === 0) return { members, start }
  }
  return undefined
}

/** What a client sends that is told nothing is a GET. Undefined where only the program knows: `method: verb`, `...defaults`. */
export function methodIn({ members }: Options): string | undefined {
  const written = /(?:^|[\s,{])["']?method["']?\s{0,9}:\s{0,9}(["'`])([A-Za-z]+)\1/.exec(members)?.[2]
  return written ?? (/\bmethod\b|\.{3}/.test(members) ? undefined : 'GET')
}

const longest = 200
const quantifiers = 3

/**
 * Why a pattern from the config is refused; pull requests bring configs, so it is hostile input. It must start with
 * characters that stand for themselves, which keeps it from being tried everywhere, and repeat nothing that repeats.
 */
export function patternProblem(pattern: string): string | undefined {
  if (pattern.length > longest) return `is longer than ${longest} characters`
  try {
    new RegExp(pattern)
  } catch (error) {
    return error instanceof Error ? error.message.replace(/^Invalid regular expression: /, '') : 'is not valid'
  }
  if (!/\((?!\?[:=!<])|\(\?<target>/.test(pattern)) return 'has no group for the target'
  if (/\\[1-9]|\\k<|\(\?<[=!]/.test(pattern)) return 'refers back'
  if (literalStart(pattern).length < 2) return 'starts with less than two characters that stand for themselves'
  return repetition(pattern)
}

/** The characters that every match begins with, blanks before them aside. */
export function literalStart(pattern: string): string {
  const body = pattern.replace(/^\^?(?:\[ \\t\]\*|\\s\*)?/, '')
  const [run = ''] = /^(?:\\[^\w\s]|[^\\^$.*+?()[\]{}|])*/.exec(body) ?? []
  // The last character may be optional.
  const kept = /^[*?{]/.test(body.slice(run.length)) ? run.replace(/(?:\\.|[^\\])$/, '') : run
  return pattern.includes('|') ? '' : kept.replaceAll(/\\(.)/g, '$1')
}

/** Groups may be optional and never repeat: what repeats inside would be tried in exponentially many ways. */
function repetition(pattern: string): string | undefined {
  const bare = pattern.replaceAll(/\\./g, 'x').replaceAll(/\[[^\]]*\]/g, 'x')
  if (/\)[*+{]/.test(bare)) return 'repeats a group'
  return (bare.match(/[*+{]/g) ?? []).length > quantifiers ? `repeats more than ${quantifiers} times` : undefined
}

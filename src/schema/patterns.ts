/**
 * Repetition of a group that itself repeats or branches, looking around, referring back: with these an engine can be made
 * to hang. A group is risky to repeat if anything inside it is, however deep.
 */
export function isRisky(pattern: string): boolean {
  if (pattern.length > 500 || /\(\?[=!<]|\\[1-9]/.test(pattern)) return true
  const groups: boolean[] = []
  // Escapes and classes repeat nothing: one letter stands for each.
  const body = pattern.replace(/\\.|\[(?:\\.|[^\]\\])*\]/g, 'x')
  return [...body].some((char, at) => (char === ')' ? closesRisky(groups, body[at + 1]) : note(groups, char)))
}

/** Notes what a group holds; never a verdict by itself. */
function note(groups: boolean[], char: string): false {
  if (char === '(') groups.push(false)
  else if ('*+{|'.includes(char) && groups.length > 0) groups[groups.length - 1] = true
  return false
}

/** Whether the group that ends here repeats inside and is repeated; if not, the group around it holds what it held. */
function closesRisky(groups: boolean[], next = ''): boolean {
  const repeats = groups.pop() ?? false
  if (repeats && groups.length > 0) groups[groups.length - 1] = true
  return repeats && '*+{?'.includes(next) && next !== ''
}

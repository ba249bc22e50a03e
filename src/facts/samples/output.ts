/** What a command prints, and where it stands in the block that shows both. */
export interface Output {
  start: number
  end: number
  status?: number
}

/** A remark, `# Answer:`, or what `-i` prints before the body: the status and the headers. */
const remark = /^[ \t]*(?:#(?!!)|\/\/|=>|$)/
const statusLine = /^[ \t]*HTTP\/\d(?:\.\d)? (\d{3})\b/
const header = /^[ \t]*[A-Za-z][\w-]{0,60}:[ \t]/

/**
 * The JSON behind the one command of a block, below remarks and the head of a message. It must go on to the end of the block:
 * what else stands there would be read as part of it.
 */
export function outputBehind(value: string, commandEnd: number): Output | undefined {
  const end = value.trimEnd().length
  const last = value[end - 1]
  if (last !== '}' && last !== ']') return undefined
  // A session may go on behind a backslash in what is printed, too.
  if (value.includes('\\\n', commandEnd)) return undefined
  let status: number | undefined
  let feed = value.indexOf('\n', commandEnd)
  while (feed >= 0 && feed < end) {
    const start = feed + 1
    feed = value.indexOf('\n', start)
    const line = value.slice(start, feed < 0 ? end : feed)
    // `[INFO] …` and `[root@box ~]$ …` are lines of a log and of a session.
    if (/^[ \t]*(?:\{|\[[ \t]*(?:$|["{[\]\d-]))/.test(line)) return { start, end, status }
    const said = statusLine.exec(line)?.[1]
    if (said !== undefined) status = Number(said)
    else if (!remark.test(line) && !(status !== undefined && header.test(line))) return undefined
  }
  return undefined
}

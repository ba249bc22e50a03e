/** The first number of a block whose lines are numbered, and a second line: most blocks pay this look only. */
const isNumbered = /^ {0,3}1\. ?[^\n]*\n {0,3}2\./
const numbered = /^ {0,3}(\d{1,4})\.(?: |$)/

/**
 * ` 1. GET /orders`, ` 2. Host: example.com`: some converters write the number of each line of a block in front of it. Without them it reads
 * as it was written; one line that has another number, or none, and they belong to what is shown.
 */
export function withoutNumbers(value: string): string {
  if (!isNumbered.test(value)) return value
  const lines: string[] = []
  for (const line of value.trimEnd().split('\n')) {
    const match = numbered.exec(line)
    if (Number(match?.[1]) !== lines.length + 1) return value
    lines.push(line.slice(match?.[0].length))
  }
  return lines.join('\n')
}

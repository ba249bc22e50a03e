/** What the bytes of a file say, or why they say nothing. */
type Decoded = { text: string } | { problem: string; help: string }

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * Strict UTF-8. A byte order mark is kept, so that offsets count from the file's real start.
 * Nothing is ever guessed: a wrong guess would make `--fix` destroy the file.
 */
export function decode(bytes: Uint8Array): Decoded {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return utf16
  const nul = bytes.includes(0)
  try {
    const text = utf8.decode(bytes)
    return nul ? (disguised(bytes) ?? { text }) : { text }
  } catch {
    return nul ? binary : { problem: 'the file is not UTF-8', help: 'save it as UTF-8' }
  }
}

const utf16: Decoded = { problem: 'the file is UTF-16', help: 'save it as UTF-8' }
const binary: Decoded = { problem: 'the file is binary', help: 'exclude it with `ignore`, or rename it' }

/** UTF-16 and UTF-32 without a mark, and many binary formats, are valid UTF-8 with a NUL in every few bytes. */
function disguised(bytes: Uint8Array): Decoded | undefined {
  const head = bytes.subarray(0, 8000)
  const nuls = [0, 0] as [even: number, odd: number]
  for (let i = 0; i < head.length; i++) if (head[i] === 0) nuls[i % 2 ? 1 : 0]++
  if ((nuls[0] + nuls[1]) * 4 < head.length) return undefined
  return nuls[0] === 0 || nuls[1] === 0 ? utf16 : binary
}

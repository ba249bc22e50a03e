/** What the bytes of a file say, or why they say nothing. */
export type Decoded = { text: string } | { problem: string; help: string }

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * Strict UTF-8. A byte order mark is kept, so that offsets count from the file's real start.
 * Nothing is ever guessed: a wrong guess would make `--fix` destroy the file.
 */
export function decode(bytes: Uint8Array): Decoded {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return { problem: 'the file is UTF-16', help: 'save it as UTF-8' }
  }
  try {
    return { text: utf8.decode(bytes) }
  } catch {
    const binary = bytes.subarray(0, 8000).includes(0)
    return binary
      ? { problem: 'the file is binary', help: 'exclude it with `ignore`, or rename it' }
      : { problem: 'the file is not UTF-8', help: 'save it as UTF-8' }
  }
}

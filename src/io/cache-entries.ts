import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'

/** What files of the cache hold in pairs of lines: a key, and what is kept under it. */
export interface Entries {
  readonly size: number
  /** Bytes that hold until the next ones are asked for. */
  get(key: string): Buffer | undefined
  /** Nothing is known from then on. */
  close(): void
}

/** Where something stands in an open file, in bytes. */
interface Place {
  file: number
  at: number
  length: number
}

const chunkSize = 1 << 20
/** A checksum is shorter, its line end included. */
const tailSize = 16

/**
 * What stands under a key is read when it is asked for: all of a large project's would take a good part of the memory that the
 * project itself takes. Who replaces a file leaves the open one as it is. A file that is not whole holds nothing.
 */
export function openEntries(folder: string, names: readonly string[]): Entries {
  const places = new Map<string, Place>()
  const files = names.flatMap((name) => openWhole(join(folder, name), places) ?? [])
  let space = Buffer.allocUnsafe(chunkSize)
  return {
    size: places.size,
    get(key) {
      const place = places.get(key)
      if (!place) return undefined
      if (place.length > space.length) space = Buffer.allocUnsafe(place.length)
      return readAt(place, space)
    },
    close() {
      places.clear()
      for (const file of files.splice(0)) closeSync(file)
    },
  }
}

function openWhole(path: string, places: Map<string, Place>): number | undefined {
  let file: number | undefined
  try {
    file = openSync(path, 'r')
    const found = placesIn(file)
    for (const [key, place] of found ?? []) places.set(key, place)
    if (found) return file
  } catch {
    // There is none, or nobody may read it.
  }
  if (file !== undefined) closeSync(file)
  return undefined
}

/** Undefined where the checksum behind the last line is not that of all lines. */
function placesIn(file: number): Map<string, Place> | undefined {
  const { size } = fstatSync(file)
  const tail = readAt({ file, at: Math.max(0, size - tailSize), length: Math.min(size, tailSize) })
  if (!tail) return undefined
  const sumLength = tail.length - 1 - tail.lastIndexOf('\n')
  const found = new Map<string, Place>()
  let key: string | undefined
  let start = 0
  let sum = 0
  for (const { at, bytes } of chunksOf({ file, at: 0, length: size - sumLength })) {
    sum = crc32(bytes, sum)
    for (let end = bytes.indexOf('\n'); end >= 0; end = bytes.indexOf('\n', end + 1)) {
      const line = { file, at: start, length: at + end - start }
      if (key === undefined) {
        // Only a key that two chunks share is read once more.
        key = (start < at ? readAt(line) : bytes.subarray(start - at, end))?.toString('latin1')
      } else {
        found.set(key, line)
        key = undefined
      }
      start = at + end + 1
    }
  }
  // Against accidents only: who can write to the cache can write a checksum too.
  return sum.toString(36) === tail.toString('latin1', tail.length - sumLength) ? found : undefined
}

function* chunksOf({ file, at, length }: Place): Generator<{ at: number; bytes: Buffer }> {
  const space = Buffer.allocUnsafe(Math.min(length, chunkSize))
  for (const end = at + length; at < end; at += space.length) {
    const bytes = readAt({ file, at, length: Math.min(space.length, end - at) }, space)
    if (!bytes) return
    yield { at, bytes }
  }
}

/** Undefined where the file has become shorter. */
function readAt({ file, at, length }: Place, space = Buffer.allocUnsafe(length)): Buffer | undefined {
  return readSync(file, space, 0, length, at) === length ? space.subarray(0, length) : undefined
}

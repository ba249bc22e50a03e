import picomatch from 'picomatch'
import { items, member, members, text } from '../parse/json.ts'
import { parseJsonc } from '../parse/jsonc.ts'
import { once } from '../project/once.ts'
import { textIn } from './document.ts'
import type { Reader } from './reader.ts'

/** What npm packs whatever a manifest says. */
const always = /^(?:(?:package\.json|(?:readme|licen[cs]e)(?:\.\w+)?)$|node_modules\/)/i
/** What older ones packed as well. */
const formerly = /^(?:copying|notice|changelog|changes|history)(?:\.\w+)?$/i

/**
 * Whether a package was made without a file: nothing is here but what `files` in its manifest names, as in no repository, which has a
 * lock, tests or settings besides; and the file is none of those. It is found out when somebody asks, of what is missing.
 */
export function loadPackageFiles(reader: Reader): (path: string) => boolean {
  const isPacked = once(() => packed(reader))
  return (path) => isPacked()?.(path) === false
}

/** Whether a file is packed; undefined where the project is no package that was made so. */
function packed({ tree, read }: Reader): ((path: string) => boolean) | undefined {
  const content = tree.has('package.json') ? textIn(read('package.json')) : undefined
  const manifest = content?.includes('"files"') ? parseJsonc(content).data : undefined
  const files = items(member(manifest, 'files'))
  const bin = member(manifest, 'bin')
  const programs = [member(manifest, 'main'), bin, ...members(bin).map(({ value }) => value)]
  const named = [...files, ...programs].flatMap((it) => text(it) ?? [])
  const patterns = named.filter((it) => !it.startsWith('!')).map((it) => it.replace(/^\.?\/|\/$/g, ''))
  const isNamed = picomatch(
    patterns.flatMap((it) => [it, `${it}/**`]),
    { dot: true },
  )
  const isPacked = (path: string) => always.test(path) || isNamed(path)
  return files.length > 0 && tree.paths.every((it) => isPacked(it) || formerly.test(it)) ? isPacked : undefined
}

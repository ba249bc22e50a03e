import { splitPath } from '../../../paths.ts'
import { sameDigits } from '../../../spelling.ts'
import { decodePercent, squash, wordsOf } from '../../../text.ts'
import type { Document } from '../../../types.ts'
import type { MisnamedTarget } from '../../types/links.ts'

/**
 * `[glazes.md](kilns.md)`: a link whose text is the name of a file, and that leads to another one of its kind. Who follows it finds another
 * name than the page has, if not another file.
 */
export function misnamedFiles({ facts }: Document): MisnamedTarget[] {
  return facts.links.flatMap((link): MisnamedTarget[] => {
    // What is installed is called by its whole place, and otherwise than in the sources.
    const named = link.kind === 'link' && !link.text.startsWith('/') ? fileIn(link.text) : undefined
    if (!named) return []
    const aim = fileIn(decodePercent(link.url.replace(/[?#].*$/s, '')))
    return aim && isOther(named, aim) ? [{ link, named: named.name, aim: aim.name }] : []
  })
}

interface FileName {
  name: string
  words: readonly string[]
  kind: string
}

const file = /^(?<stem>[^\s/@]{3,80})\.(?<kind>[a-z]{1,5})$/i

/** What ends like a file and is none is a host or a product; archives are called by their versions. */
const kinds =
  /^(?:adoc|c|cc|cfg|conf|cpp|cs|css|csv|d|go|h|hpp|html?|in[ci]|ipynb|java|js|json|jsx|kt|lua|md|mdx|ml|pem|php|pl|proto|py|rb|rs|rst|scss|sh|sql|swift|toml|tsx?|txt|xml|ya?ml)$/i

function fileIn(text: string): FileName | undefined {
  if (!text.includes('.') || /\s/.test(text)) return undefined
  const { name } = splitPath(text.replace(/^`+|`+$/g, '').replaceAll('\\', '/'))
  const { stem = '', kind = '' } = file.exec(name)?.groups ?? {}
  if (!kinds.test(kind)) return undefined
  return { name, words: wordsOf(stem), kind: kind.toLowerCase() }
}

/** `policy.json` for `default-policy.json` is short, and no other file; nor is `glaze-list.md` for `glaze_list.md`. */
function isOther(named: FileName, aim: FileName): boolean {
  if (named.kind !== aim.kind || squash(named.name) === squash(aim.name) || !sameDigits(named.name, aim.name))
    return false
  const [few, many] = named.words.length < aim.words.length ? [named, aim] : [aim, named]
  return few.words.some((it) => !many.words.includes(it))
}

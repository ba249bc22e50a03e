import { isBelow, joinPath } from '../../../paths.ts'
import { isMarkdown } from '../../../site/urls.ts'
import type { Document } from '../../../types.ts'
import type { Lookup, Served, ServedSite } from '../../types/targets.ts'
import { contentFolders } from './contents.ts'
import { joinUrl } from './reference.ts'
import { fileAt } from './sources.ts'
import type { Grounds, PathReference } from './types.ts'

/** Where a link that begins with "/" can lead: to a URL of the site, or to a file. */
export function* fromRoot(
  grounds: Grounds,
  home: ServedSite,
  document: Document,
  { path, host }: PathReference,
): Generator<Lookup> {
  const { project, mount, folded } = grounds
  const { base } = home.site.address
  const url = joinUrl('/', path)
  if (base !== '' && isBelow(`${url}/`, base)) {
    const inside = url.slice(base.length) || '/'
    yield { how: `URL below the site's base "${base}"`, place: inside, found: home.get(inside) }
  }
  const { strip, add } = mount(home)
  const isInside = add !== '' && strip === '' && document.path.startsWith(`${add}/`)
  // Pages whose root is a folder of the project do not see a folder of programs beside it, nor its README.
  const seen = (found: Served | undefined) =>
    isInside && found?.kind !== 'file' && !/\.\w+$/.test(url) && !found?.path.startsWith(`${add}/`) ? undefined : found
  yield { how: 'URL of the built site', place: url, found: seen(home.get(url)) }
  if (strip !== '' && url.startsWith(`${strip}/`)) yield* below(grounds, home, url.slice(strip.length))
  for (const folder of foldersOf(grounds, home, document, { add, host, isSource: isMarkdown(path) })) {
    const file = joinPath(folder, path.slice(1))
    if (file === undefined || (home.rules.sources !== 'always' && isMarkdown(file))) continue
    yield {
      how: `file below "${folder || '.'}"`,
      place: file,
      found: seen(fileAt(project, home, file, folded) ?? home.urls.get(`/${file}`)),
    }
  }
}

/** What stands below the prefix that most links carry, `inside` of it. */
function* below(grounds: Grounds, home: ServedSite, inside: string): Generator<Lookup> {
  const { project, mount, folded } = grounds
  const { strip, add } = mount(home)
  // `/v3/` is the page of the folder `content/v3`, which may be `content/v3.md`, and not the home of the project.
  const isFolder = inside === '/' && add !== ''
  const found = isFolder ? fileAt(project, home, add, folded) : home.get(inside)
  yield { how: `URL below "${strip}", where most links of the site point`, place: inside, found }
  const file = add === '' ? undefined : joinPath(add, inside.slice(1))
  if (file !== undefined) yield { how: `file below "${add}"`, place: file, found: fileAt(project, home, file, folded) }
}

/** Which folders "/" may stand for. A URL with a domain is none of a file, but where it is known which files the domain shows. */
function foldersOf(
  { repository }: Grounds,
  home: ServedSite,
  { path }: Document,
  { add, host, isSource }: { add: string; host: string | undefined; isSource: boolean },
): Set<string> {
  if (host !== undefined) return new Set(add === '' ? [] : [add])
  const contents = isSource ? contentFolders(home, path) : []
  return new Set([...contents, add, home.site.source, home.site.root, repository(path)])
}

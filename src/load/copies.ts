import { submoduleFolders } from './submodules.ts'

/** Copies of other projects, whose writers are others: as Go, Ruby and large repositories keep them. */
export const vendored = [
  '**/vendor/*.{com,org,io,in,net,dev}/**',
  '**/vendor/{bundle,cache,gems}/**',
  '**/{third_party,third-party,thirdparty,3rdparty,3rd_party}/*/**',
]

/** Where others have written what lies in a folder; `hint` is what few paths have. */
const signs = [
  // What Composer and Go leave in a folder of other projects.
  { hint: 'vendor/', folder: /^(?:.*\/)?vendor\/(?=(?:autoload\.php|modules\.txt)$)/ },
  // A copy of another repository, in a folder that is called after such: what hosts and services of repositories read there is its own.
  {
    hint: '/.',
    folder:
      /^(?:.*\/)?(?:contrib|dependencies|deps|ext|externals?|extern|libs|submodules|subprojects|vendor|vendored)\/[^/]+\/(?=\.(?:github\/|circleci\/|gitmodules$|gitattributes$|mailmap$|travis\.yml$))/,
  },
  // A copy of a package: what is its own at its root says so. Merchants, too, may be the vendors of a folder's name.
  {
    hint: 'vendor',
    folder:
      /^(?:.*\/)?vendor(?:ed)?\/[^/]+\/(?=(?:licen[cs]e|copying|package\.json|cargo\.toml|[^/]+\.gemspec|setup\.py|pyproject\.toml)[^/]*$)/i,
  },
]

/** The folders of a project that hold what others wrote, as what lies in them tells, or git; each ends with a slash. */
export function copiesIn(paths: readonly string[], textOf: (path: string) => string | undefined): string[] {
  const found = signs.flatMap(({ hint, folder }) =>
    paths.flatMap((it) => (it.includes(hint) ? (folder.exec(it)?.[0] ?? []) : [])),
  )
  const submodules = submoduleFolders(paths, textOf).flatMap((it) => (aboutDocs.test(it) ? [] : `${it}/`))
  return [...new Set([...found, ...submodules])]
}

/** A repository that is all about documentation may be what a site is made of. */
const aboutDocs = /doc|guide|manual|wiki|content|site|page|book/i

import { shelveOnce } from '../../../grouped.ts'
import { pathFrom, splitPath } from '../../../paths.ts'
import type { Document } from '../../../types.ts'
import type { Project } from '../../types/project.ts'
import type { PathReference } from './types.ts'

/**
 * Pages that a program makes of variants: `install.md`, to which all pages link, of `install-linux.md` and `install-windows.md`. One
 * that is missing is broken; where many are, and each has a variant of one name, they are not.
 */
interface Variants {
  /** Takes a link that leads nowhere as a witness. */
  note(document: Document, reference: PathReference): void
  /** Whether a link leads to what is made of a variant. */
  areMeant(document: Document, reference: PathReference): boolean
}

/** Fewer prove nothing. */
const enough = 5
/** A witness looks at all files of its folder. */
const most = 200

export function indexVariants({ files }: Pick<Project, 'files'>): Variants {
  const seen = new Set<string>()
  const stems = new Map<string, Set<string>>()
  return {
    note(document, reference) {
      const file = fileOf(document, reference)
      if (file === undefined || seen.size >= most || seen.has(file)) return
      seen.add(file)
      const { folder, name } = splitPath(file)
      const [, stem = '', ending = ''] = page.exec(name) ?? []
      for (const it of files.names(folder)) {
        if (!it.startsWith(`${stem}-`) || !it.endsWith(ending)) continue
        const variant = it.slice(stem.length, -ending.length)
        if (/^-\w+$/.test(variant)) shelveOnce(stems, variant, file)
      }
    },
    areMeant(document, reference) {
      const file = fileOf(document, reference)
      const [, stem = '', ending = ''] = page.exec(file ?? '') ?? []
      return [...stems].some(([variant, { size }]) => size >= enough && files.has(stem + variant + ending))
    },
  }
}

const page = /^(.*[^/])(\.mdx?)$/

function fileOf({ path: from }: Document, { path, host }: PathReference): string | undefined {
  return host === undefined && page.test(path) ? pathFrom(from, path) : undefined
}

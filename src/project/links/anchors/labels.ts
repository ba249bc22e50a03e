import { once } from '../../once.ts'
import type { Project } from '../../types/project.ts'
import { some } from './fragment.ts'

/** The names by which pages of Sphinx, in MyST, lead to any place of their site. */
interface Labels {
  /** Whether a page is read by MyST, by itself or as a part of another one. */
  areReadOn(path: string): boolean
  /** Whether a name is one of them; `undefined` where it may be one that no Markdown page shows. */
  has(names: readonly string[]): boolean | undefined
  /** Whether what is no Markdown may define a name: pages of reStructuredText, which nobody reads here, and code. */
  mayBeHidden(path: string, name: string): boolean
}

export function indexLabels(project: Project, idsOf: (path: string) => ReadonlySet<string>): Labels {
  const isMyst = (path: string) => project.site(path).generator === 'myst'
  const known = once(() => labelsOf(project, isMyst, idsOf))
  const withOthers = once(() => new Set(project.files.paths.filter((it) => it.endsWith('.rst')).map(project.site)))
  const fileEndings = once(() => new Set(['html', ...project.files.paths.map(endingOf)]))
  const families = once(() => new Set(Array.from(known(), family)))
  return {
    areReadOn: (path) => isMyst(path) || project.pages.of(path).some(({ entry }) => isMyst(entry.path)),
    mayBeHidden(path, name) {
      if (!isMyst(path) || !/^\w[\w.-]*$/.test(name)) return false
      // `orders.Client` is a name of code, where no file ends like that.
      return name.includes('.') ? !fileEndings().has(endingOf(name)) : withOthers().has(project.site(path))
    },
    has(names) {
      if (some(known(), names)) return true
      const isOfOthers = names.some((it) => strange.test(it) || (it.includes('/') && !families().has(family(it))))
      return isOfOthers ? undefined : false
    },
  }
}

/** `orders.Client`, a `glossary term`: what code and other projects define is listed elsewhere. */
const strange = /[.\s]/

function endingOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1)
}

/** `guide/limits` is one of the site's own where others begin with `guide/`. */
function family(label: string): string {
  return label.slice(0, label.indexOf('/') + 1)
}

/** `(limits)=` above a heading, the name of a directive, and that of a figure. */
function labelsOf(
  { documents, site }: Project,
  isMyst: (path: string) => boolean,
  idsOf: (path: string) => ReadonlySet<string>,
): Set<string> {
  const labels = new Set<string>()
  for (const { path, text, facts } of documents.values()) {
    if (!isMyst(path)) continue
    for (const { id } of facts.anchors) labels.add(id)
    // Without Sphinx, every title is one.
    if (site(path).evidence?.endsWith('myst.yml')) for (const id of idsOf(path)) labels.add(id)
    for (const [, name, argument] of text.matchAll(named)) labels.add(name ?? argument ?? '')
  }
  return labels
}

const named = /^[ \t>]*(?::(?:name|label):[ \t]+(\S+)|[`:]{3,}\{(?:figure-md|math)\}[ \t]+(\S+))[ \t]*$/gm

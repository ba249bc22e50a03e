/**
 * How a mechanism of inclusion is written, and where it looks for its files: one row each. Recognising is the business of
 * `facts/includes/`, resolving of `project/includes/`; a new mechanism is a new row, or an entry in the user's config.
 */
export interface IncludeSpec {
  name: string
  kind: 'block' | 'inline' | 'front-matter' | 'import' | 'fence'
  /** One of these occurs in every text that has a match: the cheap test before the pattern. */
  hints: string[]
  /**
   * Groups: `target` (or `lines`, a target on each), `part` for what is asked of the file. Flags `dgm`, no quantifier inside a
   * quantifier: pages are hostile input.
   */
  pattern: RegExp
  /** Works on the text before Markdown does, and so in code too. */
  inCode: boolean
  /** Shows the file as code: it is no part of the page. `files` means all but Markdown. */
  literal?: true | 'files'
  /** Where a target is looked for, in order: `.` the document's folder, `/` the site's source, `~` the site's root, and folders below them; nothing is the project. */
  roots: string[]
  /** The roots are guesses: only the one under which most targets resolve counts, and none if none does. */
  infer?: true
  /** Spellings of the file's name; `*` stands for the last part of the target. The target as it stands, if absent. */
  names?: string[]
  /** What a target's beginning stands for, as a root or several. */
  prefixes?: Record<string, string | string[]>
  /** How `part` is written. */
  part?: PartStyle
  /** How files mark what a name in `part` asks for. */
  regions?: RegionStyle
  /** Nothing else looks like it, so it is recognised where no generator is known. */
  unmistakable?: true
  /** A dot separates folders. */
  dotted?: true
}

/** One that is known by name: whether it works in code is a matter of the list that it stands in. */
export type Mechanism = Omit<IncludeSpec, 'inCode'>

export type RegionStyle = 'snippets' | 'anchors' | 'regions' | 'tags' | 'fragments' | 'braces'

export type PartStyle = 'colon' | 'region' | 'query' | 'lines' | 'options' | 'between' | 'fragment' | 'words'

import type { Fact, JsonNode, Range } from './values.ts'

/** What is wrong with a file as such, found before anything could be read out of it. */
export interface Problem extends Fact {
  kind:
    | 'limit'
    | 'unreadable'
    | 'front-matter'
    | 'navigation'
    | 'schema'
    | 'table'
    | 'json'
    | 'code'
    | 'value'
    | 'type'
    | 'title'
    | 'moment'
  message: string
  help?: string
}

/**
 * A heading and all that stands below it, up to the next heading of the same or a higher level.
 * `sections[0]` is the whole document, so every fact has a section, and `section` is an index into this list.
 */
export interface Section extends Fact {
  /** The heading alone; empty for the document itself. */
  heading: Range
  /** The heading's text without markup, not trimmed: kramdown makes anchors of the blanks too. */
  title: string
  /** 1–6, and 0 for the document itself. */
  depth: number
  /** Index of the enclosing section; -1 for the document itself. */
  parent: number
}

/** An anchor that somebody wrote: `<a name>`, any `id=`, `{#id}`, `{: #id}`. Slugs of headings are the site's business. */
export interface Anchor extends Fact {
  id: string
  /** A component (`<Video id=…>`) may do with its id as it likes. */
  kind: 'html' | 'attribute' | 'component'
  section: number
}

export interface Link extends Fact {
  kind: 'link' | 'image' | 'figure' | 'definition' | 'html' | 'reference' | 'front-matter' | 'navigation' | 'shortcode'
  /** As written, entities and escapes resolved. For an undefined reference, its label; for a shortcode, the page it names; for a figure, the image that a shortcode shows. */
  url: string
  urlRange: Range
  text: string
  section: number
  /** A definition that nothing on the page refers to: no reader meets it. */
  idle?: true
  /** The name that a template's tag is given the page by, though the generator's own reads none such. */
  unread?: string
}

/** One file (or name) that this document pulls in. */
export interface Include extends Fact {
  /** Which row of the include table recognised it; resolution rules hang on it. */
  mechanism: string
  target: string
  targetRange: Range
  /** The part that is asked for: lines, an anchor, a region, a tag or a heading. */
  selector?: Selector
  /** Shown as code: no part of the page. */
  literal?: true
}

export type Selector =
  | { kind: 'lines'; from?: number; to?: number; range: Range }
  | { kind: 'name'; name: string; range: Range }
  /** From or up to a piece of text. */
  | { kind: 'text'; text: string; range: Range }

/** A pipe table. What it states of endpoints, scopes and fields are facts of their own; its cells stay with those who read them. */
export interface Table extends Fact {
  section: number
}

export interface FrontMatter extends Fact {
  /** The parsed mapping, with positions; absent when it is not YAML. */
  data?: JsonNode
}

/** A comment that switches rules off for a stretch of text. */
export interface Suppression extends Fact {
  /** Rule ids; empty for all. */
  rules: string[]
  covers: Range
  reason?: string
}

/** `{{ name }}` in code: a template engine that works on the text fills it in. */
export interface TemplateExpression extends Fact {
  /** The first name of the expression. */
  name: string
}

/** The start tag of an element that nothing closes. */
export interface UnclosedElement extends Fact {
  name: string
  /** The element whose end tag comes before its own would. */
  endedBy?: string
  /** Its own end tag, where that stands right behind the one of `endedBy`. */
  late?: Range
  /** The end tag of one that is not open. */
  isEnd?: true
  /** A tag of a block editor: `{% hint %}`. */
  isTag?: true
  /** A container between lines of `:::`, as some generators have them; it is called as it is opened. */
  isContainer?: true
  /** What is mistyped in a table: `<tr>` for `</tr>` or `<td>` for `</td>`, a row that is left open where others are closed, `/td>` for `</td>`; a quote that nothing closes; and in samples of XML, `>/Pot>`, and an attribute in typographic quotes. */
  slip?: 'meant as end' | 'open row' | 'no bracket' | 'no bracket in code' | 'curly quotes' | 'open quote'
}

/** What stands for something that nobody wrote yet. */
export interface Placeholder extends Fact {
  /** What the line above an empty block says that it shows, or a line with no block below it. */
  announced?: string
  /** There is no block. */
  isMissing?: true
  /** The only row of a table, all of whose cells are empty. */
  isRow?: true
  /** A heading that a converter took for code. */
  title?: string
  /** The title of a list of parameters that nobody wrote. */
  listed?: string
}

/** What would be a link, or an image, were it not for a slip. */
export interface InertLink extends Fact {
  /** It stands in HTML, begins in code, stands in two lines, has its address bare, without parentheses, behind a gap, with blanks in it, has the wrong brackets, or none that opens, or two, is a tag that nothing closes, a component, a value in a sample, or to be filled in by a template. */
  in:
    | 'html'
    | 'component'
    | 'code'
    | 'lines'
    | 'bare'
    | 'gap'
    | 'blanks'
    | 'turned'
    | 'round'
    | 'unopened'
    | 'doubled'
    | 'tag'
    | 'sample'
    | 'template'
  /** The outermost element that it stands in; for those in HTML. */
  element?: string
  /** As written. */
  shown: string
  text: string
  url: string
}

/** Markdown that readers see as it is written: a line right below HTML, a heading without its blank, stars that mark nothing, an escape in code, or an entity that lacks its end; a line that is joined to the next; or a tab that nothing stands in. */
export interface InertLine extends Fact {
  in: 'html' | 'text' | 'code' | 'stars' | 'open stars' | 'title stars' | 'joined' | 'head' | 'item' | 'entity' | 'tab'
}

/** What looks like a tag, and is none that a browser knows. */
export interface StrangeTag extends Fact {
  /** As written, brackets and all. */
  tag: string
}

/** Names as programs write them, each once: those that the document has in one place, and those that it has in several. */
export interface Names {
  once: readonly string[]
  often: readonly string[]
  http: readonly HttpName[]
}

/** The name of a header, a media type or a method that is none of HTTP's own. */
export interface HttpName extends Fact {
  kind: 'header' | 'media type' | 'method'
  /** As written, where it stands first. */
  name: string
  uses: number
  /** HTTP's own, where this is one with a letter wrong, and where else it stands on the page. */
  meant?: string
  others?: Range[]
}

import type { Fix } from './findings.ts'
import type { Fact, JsonNode, Range } from './values.ts'

/** What HTTP does not allow in the head of a message that the page shows. */
export interface HttpFault extends Fact {
  message: string
  help?: string
  fix?: Fix
}

/** A fenced code block: what it says it holds, and what it does hold. */
export interface Fence extends Fact {
  /** The info string's first word as written; '' for none. */
  language: string
  languageRange: Range
  /** What the content is beyond doubt; absent where nobody can tell. */
  holds?: 'json' | 'http' | 'xml' | 'shell' | 'other'
  /** Labelled as JSON, it begins with a line for the status. */
  headed?: true
  /** What stands behind its marks in place of a language, and is not shown: the first line of the code. */
  unseen?: 'command' | 'request' | 'bracket'
  /** A heading, the marks of another fence or the end of the container around it: the fence was never closed, and another fence's marks or the end of the page close it. Right above a heading, it has a mark too many. */
  swallows?: { title: string; range: Range; isFence?: true; isEnd?: true; isStray?: true }
  /** The marks that were to close it, which the list or the quote around it ends before. */
  cutOff?: Range
  /** The marks that were to close it and are indented too far, too few, or have code before or words behind them: readers see them. */
  shownEnd?: { range: Range; why: 'depth' | 'behind' | 'few' | 'words' }
  /** Code that no fence opened stands right above its marks, which were to close that; right below an empty fence, one pair of marks too many closes before it. */
  ends?: { empty?: Range }
  /** Its first line opens a fence once more, in a language, or is the name of one that was to stand behind its marks: readers see that. */
  reopened?: { mark: string; range: Range; isName?: true }
  /** Its marks are the last line of the page, and name a language: the code is missing. */
  isLast?: true
  /** Where closing marks were forgotten, and what is to stand there; the marks that were to close it, and are fewer than those that open it, or stand behind code. */
  closing?: { at: number; text: string; fewer?: Range; behind?: Range }
  section: number
}

/** Code that stands as a text, with no fence around it: JSON, or what the name of a language stands above, whose range it has. */
export interface Unfenced extends Fact {
  language?: string
}

/** JSON that the page shows: in a fence, an HTTP message, a command, or an untagged block. */
export interface Sample extends Fact {
  /** The info string's first word, lower case; empty for none. */
  language: string
  /** What holds the JSON. */
  container: 'fence' | 'indented' | 'http' | 'curl' | 'file' | 'form'
  /** Request bodies and responses are told apart where the page tells. */
  role: 'request' | 'response' | 'unknown'
  /** HTTP status, where the sample or its surroundings name one. */
  status?: number
  /** The line of its own block that leads to it, where that shows several. */
  label?: string
  /** The tree, where the JSON could be read, deliberate deviations tolerated; without the lines that a mistake spoils. */
  json?: JsonNode
  /** What had to be tolerated: conventions of documentation, not defects. */
  tolerated: Tolerated[]
  /** Set when it is not JSON even so. */
  error?: JsonError
  /** Names of members that JSON allows, and nobody means; absent for none. */
  names?: NameFault[]
  /** The name under which pages embed it, where it stands in a file of such samples. */
  name?: string
  /** The sample of another file that is shown here, by name, and where the page names it. */
  embeds?: { name: string; range: Range }
  /** The status that the title or the line right above it is, and another one that its body says. */
  contradicts?: { above: 'title' | 'line'; code: string; said: string; range: Range }
  /** `schema=…` in the fence's meta. */
  schema?: { path: string; range: Range }
  section: number
}

export type Tolerated = 'comment' | 'ellipsis' | 'placeholder' | 'template' | 'fragment' | 'several' | 'preamble'

/** The second of two members of one name, or a name with a blank or a colon at its end, or a blank before it. */
export interface NameFault extends Fact {
  name: string
  /** The name of the first of the two. */
  first?: Range
}

export interface JsonError extends Fact {
  cause: string
  message: string
  /** What does not belong where it stands, as written; not told of every cause. */
  found?: string
  help?: string
  fix?: Fix
  /** Other places that are wrong too, where the sample is JSON with all of them mended; absent for none. */
  others?: JsonError[]
  /** It spoils a line, and all other lines can be read. */
  confined?: true
}

/** What a reader sees of a text that is written in another notation, and where each stretch of it stands in the document. */
export interface Shown {
  value: string
  starts: { value: number; text: number }[]
}

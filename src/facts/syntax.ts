import type { Nodes, Parent, Root } from 'mdast'
import { shelve } from '../grouped.ts'
import { rangeOf } from '../parse/points.ts'
import { leading, sectionAt } from '../text.ts'
import type { Range, Section } from '../types.ts'
import { closeSections } from './sections.ts'
import { hasTagHeadings, tagHeadings } from './tag-headings.ts'
import { tightHeadings } from './tight-headings.ts'

/** A node and what stands around it. `unplaced` nodes (late autolinks) take the range of their nearest placed ancestor. */
export interface Located<N extends Nodes = Nodes> {
  node: N
  range: Range
  section: number
  parent: Located<Nodes & Parent> | undefined
}

/** `[limits]: /limits`, but no footnote. What is rare comes first, and the rest is looked for behind it. */
const definesLabel = /\]:(?<=\n {0,3}\[[^^\]\n][^\]\n]{0,200}\]:)/

type NodeOf<T extends Nodes['type']> = Extract<Nodes, { type: T }>

/** A document's tree, walked once: every extractor reads from here, none walks by itself. */
export class Syntax {
  readonly #byType = new Map<string, Located[]>()
  /** The document's own children, in order. */
  readonly blocks: Located[] = []
  readonly sections: Section[]
  readonly path: string
  readonly text: string

  /** Which lines like `##Title` are headings, if any. */
  readonly #tight: RegExp | undefined
  /** The sections that a tag begins; undefined where the page has no such tags. */
  readonly #tagged: Set<number> | undefined

  constructor(path: string, text: string, root: Root, areTight = false) {
    this.path = path
    this.text = text
    this.#tight = tightHeadings(text, areTight)
    if (hasTagHeadings(text)) this.#tagged = new Set()
    this.sections = [{ range: [0, text.length], heading: [0, 0], title: '', depth: 0, parent: -1 }]
    this.#walk(root)
    closeSections(this.sections, text.length)
  }

  /** All nodes of a type, in document order. Texts are there only where the page has a `][`, defines a label, or points somewhere. */
  all<T extends Nodes['type']>(type: T): Located<NodeOf<T>>[] {
    return (this.#byType.get(type) ?? []) as unknown as Located<NodeOf<T>>[]
  }

  /** Those in which one of the offsets is, or is right behind it, each once. */
  holding<T extends Nodes['type']>(type: T, offsets: readonly number[]): Located<NodeOf<T>>[] {
    const nodes = this.all(type)
    const found = new Set(offsets.map((at) => leading(nodes, ({ range }) => range[0] <= at) - 1))
    return [...found].sort((a, b) => a - b).flatMap((it) => nodes[it] ?? [])
  }

  /** The section that an offset stands in. */
  sectionAt(offset: number): number {
    return sectionAt(this.sections, offset)
  }

  #outside: Range[] | undefined

  /** The stretches that are neither a code block nor inline code. */
  outsideCode(): Range[] {
    this.#outside ??= this.outsideCodeFrom(0)
    return this.#outside
  }

  /** The same from an offset on. */
  outsideCodeFrom(start: number): Range[] {
    const code = [...this.all('code'), ...this.all('inlineCode')].map(({ range }) => range).sort((a, b) => a[0] - b[0])
    const stretches: Range[] = []
    let from = start
    for (const [codeStart, codeEnd] of code) {
      if (codeStart > from) stretches.push([from, codeStart])
      from = Math.max(from, codeEnd)
    }
    if (from < this.text.length) stretches.push([from, this.text.length])
    return stretches
  }

  /** The matches of a global pattern outside of code, none of them empty, and where each stands on the page. */
  matchesOutsideCode(pattern: RegExp): { match: RegExpExecArray; at: number }[] {
    const found: { match: RegExpExecArray; at: number }[] = []
    for (const stretch of this.outsideCode()) {
      const source = this.text.slice(stretch[0], stretch[1])
      // `matchAll` makes a pattern anew each time, and there are many stretches.
      pattern.lastIndex = 0
      for (let match = pattern.exec(source); match; match = pattern.exec(source))
        found.push({ match, at: stretch[0] + match.index })
    }
    return found
  }

  /** Iterative: hostile nesting overflows a recursive walk at about 7,000 levels. */
  #walk(root: Root): void {
    let section = 0
    const top: Located<Nodes & Parent> = { node: root, range: [0, this.text.length], section, parent: undefined }
    // Two lists, for a pair for each node would be as many objects again as there are nodes.
    const stack: Stack = { nodes: [], parents: [] }
    // Half of all nodes are texts, and only what looks like a reference to nowhere is looked for in them.
    const texts = /\]\[|\[(?:here|link|this)\]/.test(this.text) || definesLabel.test(this.text)
    push(stack, root, top, texts)
    for (let node = stack.nodes.pop(); node !== undefined; node = stack.nodes.pop()) {
      const parent = stack.parents.pop() ?? top
      const range = rangeOf(node) ?? parent.range
      if (node.type === 'heading' && !isTab(node)) section = this.#openSection(range, node.depth, textOf(node))
      if (this.#tight && node.type === 'paragraph') section = this.#openTight(range, section, this.#tight)
      if (this.#tagged && mayOpen(node, parent.node)) section = this.#openTagged(range, section, this.#tagged)
      const located: Located = { node, range, section, parent }
      if (parent === top) this.blocks.push(located)
      shelve(this.#byType, node.type, located)
      if ('children' in node) push(stack, node, located as Located<Nodes & Parent>, texts)
    }
  }

  #openSection(range: Range, depth: number, title: string): number {
    let parent = this.sections.length - 1
    while (parent > 0 && (this.sections[parent]?.depth ?? 0) >= depth) parent = this.sections[parent]?.parent ?? 0
    this.sections.push({ range, heading: range, title, depth, parent })
    return this.sections.length - 1
  }

  /** The lines of a paragraph that are headings: what follows is theirs. */
  #openTight([start, end]: Range, section: number, lines: RegExp): number {
    let last = section
    for (const { index, 0: line, 1: marks = '', 2: title = '' } of this.text.slice(start, end).matchAll(lines)) {
      const range: Range = [start + index, start + index + line.length]
      last = this.#openSection(range, marks.length, title.replace(/[\s#]+$/, ''))
    }
    return last
  }

  /** Tags that begin a section each. Those without a depth stand beside each other, above all headings that are inside them. */
  #openTagged(range: Range, section: number, tagged: Set<number>): number {
    let last = section
    for (const { range: tag, title, depth } of tagHeadings(this.text, range)) {
      if (depth !== undefined) {
        last = this.#openSection(tag, depth, title)
        continue
      }
      let at = last
      while (at > 0 && !tagged.has(at)) at = this.sections[at]?.parent ?? 0
      const own = at > 0 ? this.sections[at]?.depth : undefined
      last = this.#openSection(tag, own ?? (this.sections[last]?.depth ?? 0) + 0.5, title)
      tagged.add(last)
    }
    return last
  }
}

function mayOpen({ type }: Nodes, around: Nodes): boolean {
  return type === 'paragraph' || (type === 'html' && around.type !== 'paragraph')
}

/** `# [Shell](#tab/shell)` begins a tab of DocFX: what is behind the tabs still belongs to the section around them. */
function isTab(heading: NodeOf<'heading'>): boolean {
  const only = onlyChild(heading)
  return only?.type === 'link' && only.url.startsWith('#tab/')
}

/** What is still to be walked, and what stands around it. */
interface Stack {
  nodes: Nodes[]
  parents: Located<Nodes & Parent>[]
}

function push({ nodes, parents }: Stack, node: Nodes & Parent, parent: Located<Nodes & Parent>, texts: boolean): void {
  for (let i = node.children.length - 1; i >= 0; i--) {
    const child = node.children[i]
    if (!child || (child.type === 'text' && !texts)) continue
    nodes.push(child)
    parents.push(parent)
  }
}

/** Of most, it is one text or code. */
function onlyChild(node: Nodes): Nodes | undefined {
  return 'children' in node && node.children.length === 1 ? node.children[0] : undefined
}

/** The text that a reader sees, HTML tags left out. Iterative, untrimmed. */
export function textOf(node: Nodes): string {
  const only = onlyChild(node)
  if (only?.type === 'text' || only?.type === 'inlineCode') return only.value
  let text = ''
  const stack: Nodes[] = [node]
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (next.type === 'text' || next.type === 'inlineCode' || next.type === 'code') text += next.value
    else if (next.type === 'break') text += '\n'
    else if (next.type === 'image' || next.type === 'imageReference') text += next.alt ?? ''
    if ('children' in next) for (let i = next.children.length - 1; i >= 0; i--) stack.push(next.children[i] as Nodes)
  }
  return text
}

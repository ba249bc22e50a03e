import type { RegionStyle } from '../../site/include-spec.ts'

/** The names of the parts that a file marks, in the notation of a mechanism. Works on any text: code, configuration, Markdown. */
export function regionNames(text: string, style: RegionStyle): Set<string> {
  return new Set(Array.from(text.matchAll(notations[style]), (match) => match.slice(1).find(Boolean) ?? ''))
}

const notations: Record<RegionStyle, RegExp> = {
  /** `--8<-- [start:name]` */
  snippets: /-8<-+[ \t]+\[[ \t]*start[ \t]*:[ \t]*([\w-]+)[ \t]*\]/gi,
  /** `ANCHOR: name` */
  anchors: /ANCHOR:[ \t]*([\w-]+)/g,
  /** `// #region name`, `<!-- region name -->`, `#pragma region name`, as editors fold them. */
  regions: /#?\b(?:region|Region)\b:?[ \t]+"?([\w.-]+)/g,
  /** `// <name>`, `# <name>`, `<!-- <name> -->`, and regions. */
  tags: /(?:\/\/|#|--|'|<!--|\/\*|%|;|\brem\b)[ \t]*<([\w.-]+)>|#[ \t]*region\b[ \t]+"?([\w.-]+)/gi,
  /** `### [name]`, `/// [name]` */
  fragments: /(?:###|\/\/\/)[ \t]*\[([\w-]+)\]/g,
  /** `start-snippet{name}` */
  braces: /start-snippet\{([\w-]+)\}/g,
}

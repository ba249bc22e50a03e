import type { Placeholder, Range } from '../../../types.ts'
import type { Syntax } from '../../syntax.ts'

/** What tools write into a new page for its writer to replace: Stoplight, Slate, GitBook, Docusaurus, DocFX. */
const defaults = [
  'The beginning of an awesome article...',
  'This error section is stored in a separate file in ',
  'Welcome to the Kittn API!',
  'The Kittn API uses the following error codes',
  'The kitten requested is hidden for administrators only',
  'The specified kitten could not be found',
  'The kitten requested has been removed from our servers',
  'You tried to access a kitten with an invalid method',
  "You're requesting too many kittens!",
  'This endpoint retrieves all kittens',
  'This endpoint retrieves a specific kitten',
  'This endpoint deletes a specific kitten',
  'a happy kitten is an authenticated kitten',
  "Inside HTML code blocks like this one, you can't use Markdown",
  'Becoming a super hero is a fairly straight forward process',
  "Let's discover **Docusaurus in less than 5 minutes**",
  'is perhaps the simplest way to complete this portion of the documentation',
  'This example API documentation page was created with',
  'Gone -- The kitten requested ',
  'Add images to the *images* folder if the file is referencing an image',
  'Add .NET projects to the *src* folder and run `docfx` to generate **REAL** **API Documentation**',
]

/** The key that Slate's sample calls send. */
const inCode = ['meowmeowmeow']
/** What Slate's template tells search engines. */
const inFrontMatter = ['Documentation for the Kittn API']
/** None of all that goes without one of these, and few pages have any. */
const marks = [
  'Kittn',
  'kitten',
  'meowmeow',
  'awesome article',
  'error section is',
  'HTML code blocks',
  'super hero',
  'Docusaurus in less',
  'portion of the documentation',
  'example API documentation page',
  'images* folder if the file',
  '**REAL** **API',
]

/** `[Insert the response here]`, `[Example request body in here]`, `[Example 200 response]`: a button has fewer words. */
const bracketed =
  /^\[(?:(?:insert|add|put|paste|enter|write|describe) [^[\]\n]{2,80} here|(?:your|the|an?|example|sample|description|text|code|image) (?:[^[\]\n]{1,80} )?(?:goes )?here|(?:example|sample) (?:[1-5]\d\d )?(?:request|response|payload|output)(?: body)?)\]\.?$/i
const mayBeBracketed =
  /\[(?<=^[ \t>]*\[)(?:insert|add|put|paste|enter|write|describe|your|the|an?|example|sample|description|text|code|image) [^[\]\n]{1,100}\]\.?[ \t\r]*$/im

/** "Path (delete if not required)": a note to whoever makes a page of the template, behind a title of a few words. */
const note =
  /\((?:delete|remove) (?:(?:this|it) )?(?:section )?if (?:not |un)(?:required|needed|used|necessary|applicable)\)/i
const titled = new RegExp(`^[^.]{1,60}${note.source}$`, 'i')

/** Text that a template says, or the tool that made the page, and that was to be replaced. */
export function templateTexts(syntax: Syntax): Placeholder[] {
  return [
    ...defaultText(syntax),
    ...inBrackets(syntax),
    ...notes(syntax),
    ...variables(syntax),
    ...bullets(syntax),
    ...versions(syntax),
    ...residues(syntax),
    ...typesInValues(syntax),
  ]
}

/** A page that is the tool's own throughout is one finding. */
function defaultText(syntax: Syntax): Placeholder[] {
  const { text } = syntax
  if (!marks.some((it) => text.includes(it))) return []
  const find = (all: readonly string[], isThere: (at: number) => boolean) =>
    all.flatMap((it): Range[] => {
      const at = text.indexOf(it)
      return at >= 0 && isThere(at) ? [[at, at + it.trimEnd().length]] : []
    })
  const shown = [
    ...find(defaults, (at) => isShown(syntax, at)),
    ...find(inCode, (at) => syntax.all('code').some(({ range: [start, end] }) => start < at && at < end)),
    ...find(inFrontMatter, (at) => /^---[ \t\r]*\n/.test(text) && at < text.indexOf('\n---', 3)),
  ]
  return shown.slice(0, 1).map((range) => ({ range }))
}

function isShown(syntax: Syntax, at: number): boolean {
  if (syntax.all('inlineCode').some(({ range: [start, end] }) => start < at && at < end)) return false
  const around = (['paragraph', 'tableCell', 'html'] as const).flatMap((it) => syntax.all(it))
  return around.some(({ range: [start, end] }) => {
    if (at < start || at >= end) return false
    const before = syntax.text.slice(start, at)
    return before.lastIndexOf('<!--') <= before.lastIndexOf('-->')
  })
}

function inBrackets(syntax: Syntax): Placeholder[] {
  if (!mayBeBracketed.test(syntax.text)) return []
  return [...syntax.all('paragraph'), ...syntax.all('code')].flatMap(({ node, range: [start, end] }): Placeholder[] => {
    const source = node.type === 'code' ? node.value.trim() : syntax.text.slice(start, end).trim()
    // A reference that is defined, or explained by nothing but its text, is a link.
    if (!bracketed.test(source) || (node.type === 'paragraph' && node.children[0]?.type !== 'text')) return []
    const at = syntax.text.indexOf(source, start)
    return [{ range: [at, at + source.length] }]
  })
}

function notes(syntax: Syntax): Placeholder[] {
  if (!note.test(syntax.text)) return []
  return syntax.matchesOutsideCode(/[^\n]+/g).flatMap(({ match: [line], at: start }): Placeholder[] => {
    const found = titled.test(line.replace(/<[^<>]{0,500}>/g, '').trim()) ? note.exec(line) : null
    const at = start + (found?.index ?? 0)
    return found ? [{ range: [at, at + found[0].length] }] : []
  })
}

/** `[${ContractFile}](../assets/${ContractFile})`, `{% swagger src="…/${ContractFile}" %}`: readers see the name that a script was to replace. */
const unfilled =
  /\{% (?:swagger|openapi(?:-operation)?)\s[^%\n]{0,200}?\bsrc="[^"\n]{0,200}?(\$\{[A-Za-z_]\w*\})|\[(\$\{[A-Za-z_]\w*\})\]\([^()\s]{0,300}?\2/g

function variables(syntax: Syntax): Placeholder[] {
  const { text, path } = syntax
  // In MDX braces hold code.
  if (!text.includes('${') || path.endsWith('.mdx')) return []
  return syntax.matchesOutsideCode(unfilled).map(({ match: [all, inTag, inLink], at: start }) => {
    const at = start + (inTag === undefined ? 1 : all.length - inTag.length)
    return { range: [at, at + (inTag ?? inLink ?? '').length] }
  })
}

/** `` - `<field>` description ``: neither the name nor what it is about was filled in. */
const unnamed = /^`<[a-z][\w -]{0,30}>`[ \t]*[:–—-]?[ \t]*description\.?$/i

function bullets(syntax: Syntax): Placeholder[] {
  if (!syntax.text.includes('- `<') && !syntax.text.includes('* `<')) return []
  return syntax.all('paragraph').flatMap(({ range, parent }): Placeholder[] => {
    return parent?.node.type === 'listItem' && unnamed.test(syntax.text.slice(...range).trim()) ? [{ range }] : []
  })
}

/** `x.x.x - added`, where other lines of the page begin with a number. */
const unversioned = /^([ \t]*(?:[-*+][ \t]+)?)(x\.x(?:\.x)?)(?=[ \t]+[-–—:])/gim
const versioned = /^[ \t]*(?:[-*+][ \t]+)?v?\d+\.\d+(?:\.\d+)?[ \t]+[-–—:]/m

function versions(syntax: Syntax): Placeholder[] {
  const { text } = syntax
  if (!/x\.x/i.test(text) || !versioned.test(text)) return []
  return syntax.matchesOutsideCode(unversioned).flatMap(({ match, at: start }): Placeholder[] => {
    const [, before = '', it = ''] = match
    const at = start + before.length
    const isOpening = match.index > 0 || start === 0 || text[start - 1] === '\n'
    return isOpening ? [{ range: [at, at + it.length] }] : []
  })
}

/** `https://…%!D(MISSING)`: Go took the `%3D` of a URL for a verb, and had no value for it. */
const residue =
  /%!(?:[A-Za-z]\((?:MISSING|NOVERB)\)|\((?:NOVERB|EXTRA [^()\s]{1,80})\))(?<=https?:\/\/[^\s"'<>`]{1,1000})/g

function residues({ text }: Syntax): Placeholder[] {
  if (!text.includes('%!')) return []
  return [...text.matchAll(residue)].map(({ index, 0: it }) => ({ range: [index, index + it.length] }))
}

/** ``<PotID>`string`123</PotID>``, `` "`string`123" ``: what a search for a word in a table replaced in a sample, too. */
const typeInValue =
  /[>"](`(?:string|integer|int|number|boolean|bool|decimal|float|double|long|date|datetime)`)(?=[\w.:-]{1,100}(?:<\/|"))/gi

function typesInValues(syntax: Syntax): Placeholder[] {
  if (!syntax.text.includes('>`') && !syntax.text.includes('"`')) return []
  return syntax.all('code').flatMap(({ range: [start, end] }) =>
    Array.from(syntax.text.slice(start, end).matchAll(typeInValue), ({ index, 1: it = '' }): Placeholder => {
      const at = start + index + 1
      return { range: [at, at + it.length] }
    }),
  )
}

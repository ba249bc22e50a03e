import { docsLint, inProject } from './cli/console.ts'

const colours: Record<string, string> = {
  31: '#ff7b72',
  32: '#7ee787',
  33: '#e3b341',
  34: '#79c0ff',
  36: '#76e3ea',
}
const lineHeight = 19
const charWidth = 8.15

/** What a terminal shows of the bundled example, as a picture: real output, so that it cannot lie. */
export async function picture(): Promise<string> {
  const { output } = await inProject(new Map(), (folder) =>
    docsLint(['--format', 'pretty', '--color', '--max-diagnostics', '5'], folder),
  )
  const lines = [`\u001b[2m$\u001b[22m npx docs-lint`, '', ...output.trimEnd().split('\n')]
  const height = lines.length * lineHeight + 40
  const width = Math.ceil(104 * charWidth)
  const rows = lines.map((line, i) => `<text x="20" y="${36 + i * lineHeight}">${paint(line)}</text>`)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    '<title>docs-lint in a terminal</title>',
    `<rect width="${width}" height="${height}" rx="8" fill="#161b22"/>`,
    '<g font-family="ui-monospace,SFMono-Regular,Menlo,Consolas,monospace" font-size="13.5" fill="#e6edf3" xml:space="preserve">',
    ...rows,
    '</g>',
    '</svg>',
    '',
  ].join('\n')
}

/** The few escape sequences that docs-lint prints: colours, dim, bold, underline. */
function paint(line: string): string {
  const style = { fill: '', opacity: '', decoration: '' }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: terminal colours begin with the escape character.
  const parts = line.split(/\u001b\[(\d+)m/)
  return parts
    .map((part, i) => {
      if (i % 2 === 1) {
        apply(style, part)
        return ''
      }
      const attributes = Object.values(style).join('')
      return part === '' ? '' : attributes === '' ? escapeText(part) : `<tspan${attributes}>${escapeText(part)}</tspan>`
    })
    .join('')
}

function apply(style: { fill: string; opacity: string; decoration: string }, code: string): void {
  if (code === '39') style.fill = ''
  else if (colours[code]) style.fill = ` fill="${colours[code]}"`
  if (code === '2') style.opacity = ' opacity="0.65"'
  if (code === '22') style.opacity = ''
  if (code === '4') style.decoration = ' text-decoration="underline"'
  if (code === '24') style.decoration = ''
}

function escapeText(text: string): string {
  // Blanks are kept by no viewer reliably; these are.
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll(' ', '\u00a0')
}

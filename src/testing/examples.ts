/** One example of a rule's page: a small project, what docs-lint says of it, and what all fixes make of it. */
export interface Example {
  /** The heading that it stands below. */
  title: string
  /** Where that heading stands, from 1. */
  line: number
  files: Map<string, string | Uint8Array>
  /** Texts after fixing, of the files that the page shows so. */
  fixed: Map<string, string>
  /** YAML, as in a config file. */
  config: string
  /** The exact report; empty means silence. */
  report: string
}

/**
 * Reads the examples of a rule's page. A fence below a line `` `guide.md`: `` is a file, below `` `guide.md`, fixed: `` the file
 * after fixing; a `text` fence is the report, a `yaml` fence without a name the config. A heading starts a new example.
 * Throws where a fence is never closed, and where the line above it is a name without its colon, or begins with one and goes on
 * otherwise: an example that nobody runs would seem to hold.
 */
export function readExamples(page: string): Example[] {
  const lines = page.split(/\r?\n/)
  const examples = [newExample('', 1)]
  let above = ''
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? ''
    const heading = /^#{2,} (.+)$/.exec(line)
    const fence = /^(`{3,}|~{3,})(\S*)/.exec(line)
    if (heading) examples.push(newExample(heading[1] ?? '', i + 1))
    if (fence) {
      const end = lines.indexOf(fence[1] ?? '', i + 1)
      if (end < 0) throw new Error(`line ${i + 1}: the fence is never closed`)
      const body = lines.slice(i + 1, end).map((it) => `${it}\n`)
      if (/^`[^`]+`(?:.*:)?$/.test(above) && !named.test(above))
        throw new Error(`line ${i + 1}: "${above}" names no file`)
      addFence(examples.at(-1), above, fence[2] ?? '', body.join(''))
      i = end
    }
    if (line !== '') above = line
  }
  return examples.filter((it) => it.files.size > 0)
}

const named = /^`([^`]+)`(, fixed)?:$/

function addFence(example: Example | undefined, above: string, language: string, body: string) {
  const [file, name = '', isFixed] = named.exec(above) ?? []
  if (!example) return
  if (file && language === 'hex') example.files.set(name, bytes(body))
  else if (file) (isFixed ? example.fixed : example.files).set(name, body)
  else if (language === 'text') example.report += body
  else if (language === 'yaml') example.config += body
}

/** What no text can show. */
function bytes(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/[\da-f]{2}/gi) ?? [], (it) => Number.parseInt(it, 16))
}

function newExample(title: string, line: number): Example {
  return { title, line, files: new Map(), fixed: new Map(), config: '', report: '' }
}

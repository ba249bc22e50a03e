import { defused } from './safe.ts'

const entities: Record<string, string> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;', "'": '&apos;' }

/** Text for XML 1.0 and HTML: what the standard does not allow, not even as an entity, becomes U+FFFD. */
function escapeXml(text: string): string {
  const escaped = text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML forbids.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .replace(/[<>&"']/g, (it) => entities[it] ?? it)
    .replace(/[\t\n\r]/g, (it) => `&#${it.charCodeAt(0)};`)
  return defused(escaped, '&#35;')
}

/** `<name a="1"/>`, or with lines inside it. */
export function element(name: string, attributes: Record<string, string | number>, inside: string[] = []): string {
  const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
  if (inside.length === 0) return `<${name}${list.join('')}/>`
  const body = inside.flatMap((it) => it.split('\n')).map((it) => `  ${it}`)
  return `<${name}${list.join('')}>\n${body.join('\n')}\n</${name}>`
}

export function xmlDocument(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`
}

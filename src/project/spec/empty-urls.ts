import { member, text } from '../../parse/json.ts'
import type { Finding, JsonNode } from '../../types.ts'

/** The objects that are there for the sake of an address, and where they stand. */
const addressed = ['externalDocs', 'contact', 'license']

/** `externalDocs: { url: '' }`: an address that leads nowhere. */
export function emptyUrls(parts: readonly JsonNode[]): Finding[] {
  const found: Finding[] = []
  for (const node of parts) {
    for (const key of addressed) {
      const url = member(member(node, key), 'url')
      if (!url || text(url) !== '') continue
      const [message, help] = [`the "url" of "${key}" is empty`, 'write the address, or leave it out']
      found.push({ at: url.range, severity: 'warning', message, help })
    }
  }
  return found.sort((a, b) => a.at[0] - b.at[0])
}

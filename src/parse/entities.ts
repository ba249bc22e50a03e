const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** A text without its entities, as far as URLs and code have any. */
export function unescapeHtml(value: string): string {
  if (!value.includes('&')) return value
  return value.replace(/&(?:(amp|lt|gt|quot|apos)|#(\d{1,6})|#[xX]([0-9a-fA-F]{1,5}));/g, (_, name, decimal, hex) =>
    name ? (entities[name] ?? '') : String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex, 16)),
  )
}

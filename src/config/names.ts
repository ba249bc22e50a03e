/** The names that a config file may have, in one folder at most one of them. */
export const configNames = ['yaml', 'yml', 'json', 'jsonc'].map((it) => `docs-lint.config.${it}`)

/** Whether a `package.json` configures docs-lint. */
export function hasSection(content: string): boolean {
  if (!content.includes('"docs-lint"')) return false
  try {
    const section: unknown = JSON.parse(content)['docs-lint']
    return typeof section === 'object' && section !== null && !Array.isArray(section)
  } catch {
    return false
  }
}

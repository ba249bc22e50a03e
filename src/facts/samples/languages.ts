/** What a fence calls a block that shows commands, calls, or text of no language: any of these may hold any of the others. */
export const looseLanguages: ReadonlySet<string> = new Set(
  ' text txt plain plaintext shell sh bash zsh console terminal shell-session shellsession session http https curl'.split(
    ' ',
  ),
)

/** Whether a block shows how pages are written, blocks of code among them. */
export function isMarkdown(language: string): boolean {
  return /^(?:md|mdx|markdown)$/.test(language)
}

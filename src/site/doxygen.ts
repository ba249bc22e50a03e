/** Commands that are Doxygen's own, as they stand in prose: `@ref orders`, `\\page limits`. */
const command = /(?:^|[\s([])[@\\](?:ref|page|subpage|section|subsection|anchor|copydoc|copybrief|mainpage|snippet) ?\w/

/** Whether a page is written for Doxygen, which knows images by name, and the symbols of the code. */
export function isForDoxygen(text: string): boolean {
  return command.test(text)
}

/** `pot_glaze` and `pots::Lid`: what is called so is hardly a title. */
export function isSymbol(fragment: string): boolean {
  return /^[A-Za-z]\w*(?:_|::)\w+$/.test(fragment)
}

/** How the folder of templates is called that a folder is made of: `guide-templates` of `guide`. */
const endings = ['-templates', '_templates', '.templates', '-template', '_template', '.template', '.in']

/** The folders that may hold the templates of one. */
export function templateFoldersOf(folder: string): string[] {
  return endings.map((it) => folder + it)
}

/** The folder that is made of one of templates. */
export function madeOf(folder: string): string | undefined {
  const ending = endings.find((it) => folder.endsWith(it))
  return ending === undefined ? undefined : folder.slice(0, -ending.length)
}

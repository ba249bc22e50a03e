import type { FileTree } from '../types.ts'

/** What a project has that renders components. */
const program = /(?:^|\/)package\.json$|\.(?:[jt]sx|mdx|astro|svelte|vue)$/

/** Whether a program of the project's own may render its pages. */
export function rendersByProgram({ paths }: FileTree): boolean {
  return paths.some((it) => program.test(it))
}

import { isBelow } from '../paths.ts'
import type { Site } from '../types.ts'

/** The folder of a site's pages that a file lies in; what lies in none is no page of it. */
export function contentAround(
  { contents }: Pick<Site, 'contents'>,
  path: string,
): Site['contents'][number] | undefined {
  return contents.find(({ folder }) => isBelow(path, folder))
}

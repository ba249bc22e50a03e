import type { Document, Endpoint } from '../../../types.ts'

/** A method has a name, whatever stands before it in a URL. */
export function isName({ form }: Endpoint): boolean {
  return form === 'name'
}

/** The method that a page as a whole is named after. */
export function isPage(definition: Endpoint, { facts }: Document): boolean {
  return isName(definition) && facts.sections[definition.section]?.depth === 1
}

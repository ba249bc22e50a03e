import type { Endpoint } from '../../../types.ts'
import { sameMethod } from '../alignment.ts'
import type { EndpointGroup, EndpointIndex } from '../index.ts'
import { baseBetween } from './learned.ts'

/** A request line that goes by another method than the heading above it. */
export interface Contradiction {
  line: Endpoint
  heading: Endpoint
}

/** `## POST /kites` above `GET /kites`, and nothing that goes with the heading: one of the two was copied. */
export function contradictsHeading(index: EndpointIndex, group: EndpointGroup): Contradiction | undefined {
  const { definitions, document } = group
  if (definitions.length < 2) return undefined
  const [heading, another] = definitions.filter(({ form, method }) => form === 'heading' && method !== undefined)
  const lines = definitions.filter(({ form, method }) => form !== 'heading' && method !== undefined)
  const [line] = lines
  if (!heading || another || !line) return undefined
  const titled = index.path(heading)
  const isSamePath = (it: Endpoint) => baseBetween(titled, index.path(it)) !== undefined
  if (!lines.every((it) => !sameMethod(heading, it) && isSamePath(it))) return undefined
  const { endpoints } = document.facts
  const goesWith = (it: Endpoint) => it !== heading && it.method === heading.method && isSamePath(it)
  return endpoints.some((it) => goesWith(it) && index.of(document, it.section) === group)
    ? undefined
    : { line, heading }
}

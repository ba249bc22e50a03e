import type { Document, JsonNode, Range, Sample } from '../../../types.ts'

/** A sample that shows something: how that is written, and all that it holds, for who has seen a sign of a mistake in the text. */
export interface Shown {
  document: Document
  sample: Sample
  text: string
  nodes(): readonly JsonNode[]
}

/** A value that is wrong whatever a schema says. */
export interface WrongValue {
  kind: 'moment' | 'order' | 'address' | 'url' | 'own' | 'cut' | 'uuid' | 'literal'
  at: Range
  shows: string
  /** Why it cannot be, or what it contradicts. */
  says?: string
  name?: string
  /** Where else the sample shows it. */
  repeats?: readonly Range[]
}

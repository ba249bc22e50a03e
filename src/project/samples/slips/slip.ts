import type { Contradiction } from '../../../schema/contradiction.ts'
import type { Sample } from '../../../types.ts'

/** What other samples and tables of its page say is wrong in a sample. */
export interface Slip extends Contradiction {
  sample: Sample
}

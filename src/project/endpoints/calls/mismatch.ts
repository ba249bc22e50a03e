import type { Endpoint } from '../../../types.ts'
import type { Difference } from '../alignment.ts'
import type { EndpointGroup } from '../groups.ts'

/** A sample call that is not what its section documents. */
export interface Mismatch {
  sample: Endpoint
  /** What it was held against: the nearest of the section's definitions. */
  definition: Endpoint
  group: EndpointGroup
  kind: 'method' | 'path'
  /** The call stands anywhere on the page, where other calls are made of the page's one endpoint; or it is the line below a heading, or in a file, that names another method. */
  within?: 'section' | 'page' | 'heading' | 'name'
  /** Where one literal segment differs: what the sample has, and what is documented. */
  segment?: Difference
  /** Who agrees with the sample, so that the definition is what is wrong: the heading, or the page's other definitions. */
  inDefinition?: 'title' | 'page'
}

/**
 * The vocabulary, on one page. Everything here is plain, serialisable data: facts can be cached,
 * sent to another process and compared, and no rule ever sees a syntax tree.
 */

/** What a page states about an API: endpoints, scopes, statuses, hosts. */
export type * from './types/api.ts'

/** A document, and all that it states. */
export type * from './types/facts.ts'

/** What rules have to say. */
export type * from './types/findings.ts'

/** What any Markdown page has: sections, links, tables, includes. */
export type * from './types/page.ts'

/** What a page shows: code, HTTP messages, JSON. */
export type * from './types/samples.ts'

/** What a page or a contract promises of a JSON value. */
export type * from './types/schemas.ts'

/** Where documents live, and how they are written. */
export type * from './types/site.ts'

/** Places and values. */
export type * from './types/values.ts'

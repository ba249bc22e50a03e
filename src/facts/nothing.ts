import type { Facts, Problem } from '../types.ts'

/** The facts of a document that states nothing, or whose content could not be read. */
export function nothing(text: string, problems: Problem[] = []): Facts {
  return {
    problems,
    sections: [{ range: [0, text.length], heading: [0, 0], title: '', depth: 0, parent: -1 }],
    anchors: [],
    links: [],
    inertLinks: [],
    includes: [],
    tables: [],
    endpoints: [],
    namedPaths: [],
    endpointTables: [],
    statuses: [],
    hosts: [],
    scopes: [],
    scopeStatements: [],
    samples: [],
    forms: [],
    fences: [],
    unfenced: [],
    httpFaults: [],
    schemas: [],
    templates: [],
    unclosed: [],
    strangeTags: [],
    inertLines: [],
    placeholders: [],
    names: { once: [], often: [], http: [] },
    suppressions: [],
  }
}

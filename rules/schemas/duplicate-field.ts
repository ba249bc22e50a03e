import { defineRule } from '../../src/rule.ts'

export default defineRule({
  summary: 'A table, or a section of components, documents one field twice.',
  severity: 'warning',

  *check({ facts, path }) {
    for (const { form, fields } of facts.schemas) {
      const place = places[form]
      if (place === undefined) continue
      const seen = new Map<string, (typeof fields)[number]>()
      // Below a row that opens an object, the same name may well be another field: some tables flatten what is nested.
      let mayBeNested = false
      for (const field of fields) {
        const name = field.path.join('.')
        const first = seen.get(name)
        if (first && !mayBeNested) {
          yield {
            at: field.nameRange,
            message: `"${name}" is documented twice in this ${place}`,
            related: [{ path, at: first.nameRange, message: 'documented here first' }],
          }
        }
        if (!first) seen.set(name, field)
        const { kinds } = field.type
        mayBeNested ||= field.links.length === 0 && (!kinds || kinds.includes('object') || kinds.includes('array'))
      }
    }
  },
})

/** Where a name stands for one field, by what documents it. Lists and headings may well repeat a name. */
const places: Readonly<Record<string, string>> = { table: 'table', tags: 'section' }

import { defineRule, suggest } from '../../src/rule.ts'

const changes = {
  case: 'differs in case only',
  extension: 'has another extension',
  renamed: 'has a similar name',
  moved: 'stands in another folder',
}

export default defineRule({
  summary: 'A page includes a file, or a named block of one, that does not exist.',
  severity: 'error',

  *check(document, { project }) {
    for (const include of document.facts.includes) {
      const target = project.includes.resolve(document, include)
      if (target.kind !== 'missing') continue

      const { instead } = target
      const write = instead?.name && `: write "${instead.name}"`
      yield {
        at: include.targetRange,
        severity: target.isFolder ? 'warning' : undefined,
        message: `included file "${target.path}" does not exist`,
        help: instead && `"${instead.path}" ${changes[instead.change]}${write ?? ''}`,
        fix: instead?.name ? suggest(include.targetRange, instead.name) : undefined,
      }
    }
    for (const { name, at, meant } of project.samples.unkept(document)) {
      yield { at, message: `no file keeps a block "${name}"`, help: `did you mean "${meant}"?` }
    }
  },
})

import type { JsonError, Sample } from '../../types.ts'

/** The error, and what else is wrong in its sample, with those repairs left out that cannot be trusted. */
export function withoutFix(error: JsonError, which: (error: JsonError) => boolean | undefined = () => true): JsonError {
  const others = error.others?.map((it) => withoutFix(it, which))
  return { ...error, fix: which(error) ? undefined : error.fix, ...(others && { others }) }
}

/** A page may show some members of an object; what a command sends is all that the server gets. */
export function unbraced({ json: members, tolerated }: Sample): JsonError | undefined {
  const [first] = members?.kind === 'object' ? members.members : []
  if (!first || tolerated.join() !== 'fragment') return undefined
  const message = `the body begins with ${JSON.stringify(first.key)}, and no braces are around it`
  return {
    cause: 'missing brace',
    range: first.keyRange,
    message,
    help: 'put "{" before it and "}" behind its last member',
  }
}

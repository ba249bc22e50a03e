import { textBefore } from '../../text.ts'
import type { Field, Problem, Schema } from '../../types.ts'

/** "Conflicts with the `lid` value", "Mutually exclusive with `lid`". */
const excluded =
  /\b(?:conflicts with|(?:is )?mutually exclusive with|cannot be (?:used|combined|set) (?:together )?with)(?: the)? `([\w.-]+)`/gi

/** Fields that are required, and shut out another one that is required as well: nobody can send both. Each pair is told once. */
export function requiredTogether(schemas: readonly Schema[], text: string): Problem[] {
  if (!/flicts with|xclusive with|annot be (?:used|combined|set)/.test(text)) return []
  return schemas.flatMap(({ fields }) => {
    const required = new Map(fields.flatMap((it) => (it.required === 'yes' ? [[nameOf(it), it] as const] : [])))
    const told = new Set<Field>()
    return [...required].flatMap(([name, field]): Problem[] => {
      const said = [...text.slice(...field.range).matchAll(excluded)].filter((it) => !isCondition(it))
      const other = said.map(([, it = '']) => required.get(it)).find((it) => it && it !== field && !told.has(it))
      if (!other) return []
      told.add(field)
      const message = `"${name}" is required and rules out "${nameOf(other)}", which is required as well`
      return [{ kind: 'value', range: field.nameRange, message }]
    })
  })
}

/** "Required unless it conflicts with `lid`" */
function isCondition({ input = '', index = 0 }: RegExpExecArray): boolean {
  return /\b(?:if|unless|when|where)\b[^.]*$/i.test(textBefore(input, index, 60))
}

function nameOf({ path }: Field): string {
  return path.join('.')
}

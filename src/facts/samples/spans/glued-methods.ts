import { textBefore } from '../../../text.ts'
import type { Problem } from '../../../types.ts'
import { methods } from '../../methods.ts'
import type { Syntax } from '../../syntax.ts'

const method = new RegExp(`(?:^|[^\\w\`/-])(${methods})( ?)$`)
/** As many that stand apart say how the page writes them. */
const usual = 2

/** ``DELETE`/pots/{id}` ``, where others read ``POST `/pots` ``. */
export function gluedMethods(syntax: Syntax): Problem[] {
  const { text } = syntax
  const spans = syntax.all('inlineCode')
  const glued = spans.filter(({ range: [at] }) => /[A-Z]/.test(text.charAt(at - 1)))
  if (glued.length === 0) return []
  const named = (at: number) => method.exec(textBefore(text, at, 12))
  if (spans.filter(({ range: [at] }) => named(at)?.[2] === ' ').length < usual) return []
  return glued.flatMap(({ range: [at] }): Problem[] => {
    const [, name = ''] = named(at) ?? []
    if (name === '') return []
    const message = `no blank parts "${name}" from the code behind it`
    return [{ kind: 'code', range: [at - name.length, at], message, help: 'write one' }]
  })
}

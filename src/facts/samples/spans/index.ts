import type { Problem } from '../../../types.ts'
import type { Syntax } from '../../syntax.ts'
import { gluedMethods } from './glued-methods.ts'
import { innerMarks } from './inner-marks.ts'
import { lateMarks } from './late-marks.ts'
import { objectSpans } from './objects.ts'
import { unclosedSpans } from './unclosed.ts'

/** What is wrong with code in sentences: its marks, and objects that it holds. What cells of tables have is told already. */
export function oddSpans(syntax: Syntax, told: readonly Problem[]): Problem[] {
  const unclosed = unclosedSpans(syntax)
  const inner = innerMarks(syntax, [...told, ...unclosed])
  return [...objectSpans(syntax), ...unclosed, ...inner, ...lateMarks(syntax), ...gluedMethods(syntax)]
}

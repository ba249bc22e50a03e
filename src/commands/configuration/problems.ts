import { resolve } from 'node:path'
import type { ConfigProblem } from '../../config/validate.ts'
import type { ConfigFile } from '../../io/config-file.ts'
import { pathFrom } from '../../io/inside.ts'
import { drawLabels, plainInk } from '../../report/frame.ts'
import { Lines, plural } from '../../text.ts'
import type { Range } from '../../types.ts'
import { UsageError } from '../command.ts'

/** Shows the first problem where it stands. */
export function configError(file: ConfigFile, problems: readonly ConfigProblem[], cwd: string): UsageError {
  const [first = { range: [0, 0] as Range, message: 'it cannot be read', help: undefined }, ...more] = problems
  const lines = new Lines(file.text)
  const { line, column } = lines.at(first.range[0])
  const rest = more.length > 0 ? `  and ${plural(more.length, 'more problem')} in this file\n` : ''
  const drawn = drawLabels(lines, [{ at: first.range, text: first.help ?? '', mark: '^' }], 100, plainInk)
  return new UsageError(`${pathOf(file, cwd)}:${line}:${column}  ${first.message}`, {
    frame: `${drawn.join('\n')}\n${rest}`,
  })
}

/** As the user, who stands in `cwd`, would write it. */
export function pathOf({ folder, name }: ConfigFile, cwd: string): string {
  return pathFrom(cwd, resolve(folder, name))
}

import { rules as builtIn } from '../rules/index.ts'
import { makeConfig } from './config/index.ts'
import type { UserConfig } from './config/user.ts'
import { openDisk } from './io/disk.ts'
import { type Result, type Rules, lint as run } from './lint.ts'
import { load } from './load/index.ts'

export type { Plugin } from './commands/configuration/plugin.ts'
export type { UserConfig } from './config/user.ts'
export type { Result, Rules } from './lint.ts'
export type { Format, Report, View } from './report/index.ts'
export type * from './types.ts'

/** The built-in rules by id. */
export const rules: Rules = builtIn

/** Checks the documentation below a folder, as `docs-lint` does there without a config file, and gives all findings. */
export async function lint(
  folder: string,
  { config = {}, rules: chosen = builtIn }: { config?: UserConfig; rules?: Rules } = {},
): Promise<Result> {
  const settings = makeConfig(config)
  return run(await load(openDisk(folder, settings), settings), chosen, settings)
}

import type { Format } from '../../report/index.ts'
import type { Rule } from '../../rule.ts'

/** What the default export of a plugin is. Its rules and reporters are called `name/id`. */
export interface Plugin {
  name: string
  rules?: Readonly<Record<string, Rule>>
  reporters?: Readonly<Record<string, Format>>
}

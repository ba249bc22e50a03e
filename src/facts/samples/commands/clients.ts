import { looseLanguages } from '../languages.ts'

/** Programs that send requests. HTTPie's name is a word like any other: what follows must be an option, a method or an address. */
const sender = '(?:curl|wget)\\s|http\\s+(?:-|[A-Z]{3,7}\\s|[\'":]|https?:|[\\w-]+[.:/])'
/** Many a service has a client of its own, which takes the options of curl. */
const likeCurl = '[a-z][\\w.-]{0,30} (?:[^\\n]{0,200} )?(?:(?:-X|--request)[ =][\'"]?[A-Z]|(?:-H|--header|--data)[ =])'
const command = new RegExp(`^\\s*(?:\\$ )?(?:${sender}|${likeCurl})`)

/** Whether a block begins with a command that sends a request. */
export function beginsWithCommand(value: string): boolean {
  return command.test(value)
}

/** An editor calls every block so until somebody changes it; what begins with the command and its first word is one nevertheless. */
const curl = /^\s*(?:\$ )?curl\s+(?:-|['"]?(?:https?:|\{\{|\$\{?\w|<[A-Za-z]))/

/** Whether a block begins with curl and what only curl is given: no label and no template makes anything else of that. */
export function beginsWithCurl(value: string): boolean {
  return curl.test(value)
}

/** Shells with marks of their own. */
const otherShells = /^(?:power|pwsh|ps1|bat|cmd|dos|nu|fish)/

/** Whether readers may paste a block into a shell. */
export function mayBePasted({ language, value }: { language: string; value: string }): boolean {
  return looseLanguages.has(language) || (!otherShells.test(language) && beginsWithCurl(value))
}

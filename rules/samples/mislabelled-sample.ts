import { defineRule, suggest } from '../../src/rule.ts'
import type { Fence, Finding } from '../../src/types.ts'

type Content = NonNullable<Fence['holds']>

/** What a label promises. Labels that stand for anything, or for what nobody can recognise, are missing. */
const promises: [label: RegExp, content: Content[]][] = [
  [/^json$/i, ['json']],
  [/^xml$/i, ['xml']],
  [/^https?$/i, ['http', 'other']],
  // Many sites colour whole HTTP exchanges as shell.
  [/^(?:sh|shell|bash|zsh|console|shell-?session|powershell)$/i, ['shell', 'http', 'xml', 'other']],
]

const names = { json: 'JSON', http: 'an HTTP message', xml: 'XML', shell: 'a command' }

export default defineRule({
  summary: 'The language of a code fence is not what the fence holds.',
  severity: 'warning',

  *check({ facts }) {
    for (const fence of facts.fences) {
      const finding = /[?!;,.&]$|:\/\//.test(fence.language) ? noLanguage(fence) : wrongLanguage(fence)
      if (finding) yield finding
    }
  },
})

function noLanguage({ language, languageRange }: Fence): Finding {
  const word = language.replace(/\W+$/, '')
  const known = promises.some(([label]) => label.test(word))
  return {
    at: languageRange,
    message: `"${language}" is not a language`,
    help: known ? `did you mean "${word}"?` : 'begin the code on the next line: what follows the marks is a language',
    fix: known ? suggest(languageRange, word) : undefined,
  }
}

function wrongLanguage({ language, languageRange, holds }: Fence): Finding | undefined {
  const promised = promises.find(([label]) => label.test(language))?.[1]
  if (!holds || !promised || promised.includes(holds)) return undefined
  if (holds === 'other')
    return { at: languageRange, message: `fence labelled "${language}" holds no ${language.toUpperCase()}` }
  return {
    at: languageRange,
    message: `fence labelled "${language}" holds ${names[holds]}`,
    help: `label it "${holds}"`,
    fix: suggest(languageRange, holds),
  }
}

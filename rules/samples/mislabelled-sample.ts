import { defineRule, type Project, suggest } from '../../src/rule.ts'
import type { Document, Fence, Finding } from '../../src/types.ts'

const names = { json: 'JSON', http: 'an HTTP message', xml: 'XML', shell: 'a command' }

/** A mark ends no language; HackMD and its kin wrap the long lines of a fence whose language has `!` behind it. */
const noWord = /(?:[?;,.&]|\W!)$|:\/\//

export default defineRule({
  summary: 'The language of a code fence is not what the fence holds.',
  severity: 'warning',

  *check(document, { project }) {
    const told = new Set<string>()
    for (const fence of document.facts.fences) {
      const finding =
        fence.unseen || noWord.test(fence.language)
          ? noLanguage(fence, project)
          : wrongLanguage(document, fence, project)
      // A page that says the same below each of its titles does so for one reason.
      const shown = document.text.slice(...fence.range)
      if (finding && !(fence.holds === 'other' && told.has(shown))) yield finding
      if (finding) told.add(shown)
      if (fence.reopened) yield openedTwice(fence, fence.reopened)
    }
  },
})

/** A second mark is the one that was meant: it says what the code is. */
function openedTwice(
  { range, languageRange }: Fence,
  { mark, range: second, isName }: NonNullable<Fence['reopened']>,
): Finding {
  if (isName) {
    return {
      at: second,
      message: `"${mark}" is the first line of this fence, and is shown`,
      help: 'a language stands behind the marks',
      fix: suggest([languageRange[0], second[1]], mark),
    }
  }
  return {
    at: second,
    message: `"${mark}" stands inside a fence that is open already, and is shown`,
    help: 'delete the marks above',
    fix: suggest([range[0], second[0]], ''),
  }
}

const unseenLines = { command: 'a command', request: 'a request line', bracket: 'the first bracket of the code' }

function noLanguage({ language, languageRange, unseen }: Fence, { samples }: Project): Finding {
  if (unseen) {
    return {
      at: languageRange,
      message: `${unseenLines[unseen]} stands behind the marks of this fence, and nobody sees it`,
      help: 'begin it on the next line: what follows the marks is a language',
    }
  }
  const word = language.replace(/\W+$/, '')
  const known = samples.isLanguage(word)
  return {
    at: languageRange,
    message: `"${language}" is not a language`,
    help: known ? `did you mean "${word}"?` : 'begin the code on the next line: what follows the marks is a language',
    fix: known ? suggest(languageRange, word) : undefined,
  }
}

function wrongLanguage(document: Document, fence: Fence, { samples }: Project): Finding | undefined {
  const { language, languageRange } = fence
  const holds = samples.mislabelled(document, fence)
  if (!holds) return undefined
  if (holds === 'other')
    return { at: languageRange, message: `fence labelled "${language}" holds no ${language.toUpperCase()}` }
  return {
    at: languageRange,
    message: `fence labelled "${language}" holds ${names[holds]}`,
    help: `label it "${holds}"`,
    fix: suggest(languageRange, holds),
  }
}

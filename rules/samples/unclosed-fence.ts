import { defineRule, insert, problemsOf, suggest } from '../../src/rule.ts'
import type { Fence, Finding, Range, Unfenced } from '../../src/types.ts'

const fewer = 'close it with as many marks as open it'
const shownEnds = {
  depth: {
    message: 'these marks are indented too far to close the fence: readers see them',
    help: 'indent them as far as its opening marks',
  },
  behind: {
    message: 'marks behind code close no fence: readers see them',
    help: 'close it with marks on a line of their own',
  },
  few: { message: 'these marks are too few to close the fence: readers see them', help: fewer },
  words: {
    message: 'marks with text behind them close no fence: readers see them',
    help: 'close it with marks alone on their line',
  },
}

type Swallowed = NonNullable<Fence['swallows']>

export default defineRule({
  summary: 'A code fence is never closed and swallows the headings below it, or code in a sentence is not closed.',
  severity: 'error',

  *check(document) {
    const { path, facts } = document
    for (const fence of facts.fences) {
      const { swallows, cutOff, shownEnd, ends } = fence
      if (ends) yield endOfOpened(fence, ends, path)
      if (cutOff) {
        yield {
          at: openingOf(fence),
          message: 'code fence ends with the list or the quote around it, and its closing marks open another',
          help: 'indent all of its lines as far as its opening marks',
          related: [{ path, at: cutOff, message: 'opens another block' }],
        }
      }
      if (shownEnd && (shownEnd.why === 'depth' || !(swallows || cutOff))) {
        yield {
          at: shownEnd.range,
          severity: 'warning',
          ...shownEnds[shownEnd.why],
          related: [{ path, at: openingOf(fence), message: 'opened here' }],
        }
      }
      if (swallows?.isStray) yield strayAbove(fence, swallows, path)
      else if (swallows?.isEnd) yield cutShort(fence, swallows, path)
      else if (swallows) yield swallowing(fence, swallows, path)
    }
    yield* facts.fences.filter((it) => it.isLast).map(lastLine)
    for (const it of facts.unfenced) yield withoutFence(it)
    yield* problemsOf(document, 'code', 'warning')
  },
})

function withoutFence({ range, language }: Unfenced): Finding {
  const [start] = range
  if (language === undefined)
    return {
      at: [start, start + 1],
      severity: 'warning',
      message: 'this JSON stands in no fence: readers see it run together',
      help: 'put a fence around it',
    }
  return {
    at: range,
    severity: 'warning',
    message: `"${language}" was to open a fence: readers see it, and the code below it run together`,
    help: 'put a fence around that code, with this as its language',
  }
}

/** The marks and the language. */
function openingOf({ range, languageRange }: Fence): Range {
  return [range[0], languageRange[1]]
}

function endOfOpened(fence: Fence, { empty }: NonNullable<Fence['ends']>, path: string): Finding {
  return {
    at: openingOf(fence),
    message: 'these marks open a block, and were to close the code above, which nothing opens',
    help: empty ? 'delete one of the two marks above that code' : 'open a fence before that code',
    related: empty && [{ path, at: empty, message: 'holds nothing' }],
  }
}

function lastLine(fence: Fence): Finding {
  return {
    at: openingOf(fence),
    message: 'the page ends with the marks that open this code fence, and shows no code',
    help: 'write the code, and close the fence, or delete its marks',
  }
}

function cutShort(fence: Fence, { title, range: end }: Swallowed, path: string): Finding {
  return {
    at: openingOf(fence),
    message: `code fence is never closed: the end of the "${title}" around it closes it`,
    help: 'close it before that',
    related: [{ path, at: end, message: `ends "${title}"` }],
  }
}

function strayAbove(fence: Fence, { title, range }: Swallowed, path: string): Finding {
  const at = openingOf(fence)
  return {
    at,
    message: `these marks open a block that swallows the heading "${title}"`,
    help: 'delete them, unless they were to close the code above',
    related: [{ path, at: range, message: 'shown as code' }],
    fix: suggest(at, ''),
  }
}

function swallowing(fence: Fence, swallows: Swallowed, path: string): Finding {
  const { closing } = fence
  const few = closing?.fewer
  const behind = closing?.behind
  return {
    at: openingOf(fence),
    message: swallows.isFence
      ? `code fence is never closed: it swallows the one that "${swallows.title}" was to open`
      : `code fence is never closed: it swallows the heading "${swallows.title}"`,
    help: behind
      ? shownEnds.behind.help
      : few
        ? fewer
        : `close it before the ${swallows.isFence ? 'next one' : 'heading'}`,
    related: [
      ...(behind ? [{ path, at: behind, message: 'behind code, where marks close nothing' }] : []),
      ...(few ? [{ path, at: few, message: 'fewer marks, which close nothing' }] : []),
      { path, at: swallows.range, message: 'shown as code' },
    ],
    fix: closing && insert(closing),
  }
}

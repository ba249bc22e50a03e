import { getOrAdd, increment } from '../../grouped.ts'
import type { Document, Fence } from '../../types.ts'
import { once } from '../once.ts'
import type { Sources } from '../types/project.ts'
import { indexLanguageTabs } from './language-tabs.ts'

/** What a fence holds beyond doubt. */
type Content = NonNullable<Fence['holds']>

/** What a label promises. Labels that stand for anything, or for what nobody can recognise, are missing. */
const promises: [label: RegExp, content: Content[]][] = [
  [/^json$/i, ['json']],
  [/^xml$/i, ['xml']],
  [/^https?$/i, ['http', 'other']],
  // Many sites colour whole HTTP exchanges as shell.
  [/^(?:sh|shell|bash|zsh|console|shell-?session|powershell)$/i, ['shell', 'http', 'xml', 'other']],
]

/** Whether a word is a language that a label can promise. */
export function isLanguage(word: string): boolean {
  return promises.some(([label]) => label.test(word))
}

/** So many fences of a project under one wrong label are no slips. */
const habitual = 10

/**
 * Which fences hold what their label does not promise. Whoever writes `GET _search` and its body for a console that colours
 * them as JSON does so throughout: where most that hold the same have the same wrong label, that is house style.
 */
export function indexFenceLabels(project: Sources): (document: Document, fence: Fence) => Content | undefined {
  const habits = once(() => countHabits(project.documents.values()))
  const isTab = indexLanguageTabs(project)
  const areHeaded = once(() => showStatuses(project.documents.values()))
  return (document, fence) => {
    const holds = brokenPromise(fence)
    if (!holds || habits().has(pair(fence)) || (fence.headed && holds === 'other' && areHeaded())) return undefined
    // The body that a call sends, or what comes back, is shown beside it.
    return holds === 'json' && isTab(document, fence.language) ? undefined : holds
  }
}

function brokenPromise({ language, holds }: Fence): Content | undefined {
  const promised = promises.find(([label]) => label.test(language))?.[1]
  return holds && promised && !promised.includes(holds) ? holds : undefined
}

function countHabits(documents: Iterable<Document>): ReadonlySet<string> {
  const counts = new Map<string, { holds: Content; count: number }>()
  const rightly = new Map<Content, number>()
  for (const { facts } of documents) {
    for (const fence of facts.fences) {
      const { holds, language } = fence
      if (!holds || holds === 'other' || language === '') continue
      if (brokenPromise(fence)) {
        // XML has no place in a console, and no colours as JSON.
        if (holds === 'xml' && /^json$/i.test(language)) continue
        getOrAdd(counts, pair(fence), () => ({ holds, count: 0 })).count++
      } else if (isLanguage(language)) increment(rightly, holds)
    }
  }
  const isHabit = ({ holds, count }: { holds: Content; count: number }) =>
    count >= habitual && count > 2 * (rightly.get(holds) ?? 0)
  return new Set([...counts].flatMap(([key, it]) => (isHabit(it) ? [key] : [])))
}

function pair({ language, holds }: Fence): string {
  return `${language.toLowerCase()} ${holds}`
}

/** Whether blocks of JSON begin with their status, and most have a body below it: one that answers without is labelled as all others are. */
function showStatuses(documents: Iterable<Document>): boolean {
  let [full, alone] = [0, 0]
  for (const { facts } of documents)
    for (const { headed, holds } of facts.fences) {
      if (headed && holds === undefined) full++
      if (headed && holds === 'other') alone++
    }
  return full > 1 && full > alone
}

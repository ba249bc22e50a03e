import type { HttpFault } from '../../../types.ts'
import type { Call } from '../../endpoints/calls/index.ts'
import type { CodeBlock } from '../blocks/code.ts'
import { wrongTypeOfCall } from '../messages/body-types.ts'
import { apostrophe, apostropheInBody } from './apostrophes.ts'
import {
  blankBehind,
  blankJoined,
  brokenOff,
  joinedWord,
  joinsNothing,
  keptBackslash,
  quotedEnd,
} from './backslashes.ts'
import { bareBody, bareData, blankField } from './bodies.ts'
import { mayBePasted } from './clients.ts'
import { foreignMethod } from './foreign-methods.ts'
import { blankType, noValue, otherStage, strangeType, tornHeaders, twoTypes } from './headers.ts'
import { openHeredoc } from './heredocs.ts'
import { openBody, openUrl, openValue } from './open-quotes.ts'
import { placed, type Slip } from './slips.ts'
import {
  curlyQuotes,
  doubledQuote,
  lastBacktick,
  literalVariable,
  lostQuotes,
  openPlaceholder,
  spokenName,
  strayBacktick,
  strayQuote,
  strayUrlQuote,
} from './stray-marks.ts'
import { blankUrl, cutUrl, globbed, quotesInUrl } from './urls.ts'
import {
  bareMethod,
  commandAgain,
  escapedParts,
  foreignMark,
  headerAsOption,
  noMethod,
  noName,
  secondPrompts,
  wrongDashes,
} from './words.ts'

/** Looks for one kind of slip in a call; `value` is the block that shows it. */
type Check<Found = Slip | Slip[] | undefined> = (call: Call, value: string) => Found

interface Checks {
  /** Behind a quote that is not closed nobody can tell what is what: of these, the first that finds something tells all. */
  quotes: Check<Slip | undefined>[]
  others: Check[]
  /** Those that mind no open quote. */
  always: Check[]
}

const ofAnyClient: Checks = {
  quotes: [openUrl, openValue, openBody],
  others: [
    openPlaceholder,
    cutUrl,
    blankBehind,
    blankJoined,
    keptBackslash,
    joinsNothing,
    quotedEnd,
    brokenOff,
    secondPrompts,
  ],
  always: [],
}

const ofCurl: Checks = {
  quotes: [curlyQuotes, apostropheInBody, apostrophe, ...ofAnyClient.quotes, bareData, strayQuote, strayUrlQuote],
  others: [
    ...ofAnyClient.others,
    strayBacktick,
    lastBacktick,
    spokenName,
    literalVariable,
    lostQuotes,
    joinedWord,
    blankUrl,
    wrongDashes,
    twoTypes,
    wrongTypeOfCall,
    strangeType,
    noValue,
    bareBody,
    noMethod,
    foreignMethod,
    bareMethod,
    tornHeaders,
    quotesInUrl,
    globbed,
    otherStage,
  ],
  always: [
    foreignMark,
    headerAsOption,
    escapedParts,
    doubledQuote,
    noName,
    commandAgain,
    blankType,
    blankField,
    openHeredoc,
  ],
}

/** What makes a shell run another command than the reader sees. */
export function commandFaults(block: CodeBlock): HttpFault[] {
  if (!mayBePasted(block)) return []
  return block.calls().flatMap((call) => {
    const { quotes, others, always } = call.client === 'curl' ? ofCurl : ofAnyClient
    const found = (checks: Check[]) => checks.flatMap((it) => it(call, block.value) ?? [])
    const open = firstOf(quotes, call, block.value)
    return [...found(always), ...(open ? [open] : found(others))].map((it) => placed(it, block))
  })
}

function firstOf(checks: Checks['quotes'], call: Call, value: string): Slip | undefined {
  for (const check of checks) {
    const found = check(call, value)
    if (found) return found
  }
  return undefined
}

import type { Document, Endpoint } from '../../../types.ts'
import { onceEach } from '../../once.ts'
import type { Mismatch } from '../../types/calls.ts'
import type { Defined, EndpointIndex } from '../../types/endpoints.ts'
import type { EndpointGroup } from '../../types/groups.ts'
import {
  type Alignment,
  align,
  cost,
  differentLiteral,
  goesOn,
  isRecased,
  isSlip,
  isVariant,
  lacksBesideSlip,
  lacksLast,
  lacksWords,
  namesOne,
  spreads,
  wordsBehind,
  wordsBeside,
} from '../alignment.ts'
import { putsValues } from '../covering.ts'
import { nearby, sameMethod, samePath } from '../same.ts'
import { isBase, withoutBase } from './bases.ts'
import { type Call, calledOtherwise, isAmong, isOdd } from './beside.ts'
import {
  asksForOne,
  isBeginning,
  isName,
  isOnlyCall,
  isOnlyProgram,
  isOperation,
  isPage,
  lacksEnd,
  lacksTitled,
  leastBeside,
  standsInside,
  tellsOf,
  titleSays,
  twinsAbove,
} from './explained.ts'
import type { HasStrangeHead } from './heads.ts'
import type { Learned } from './learned.ts'
import { type Way, ways } from './ways.ts'

/** Says of a call what it is, where it is none of what its section documents. */
export class Judge {
  readonly #index: EndpointIndex
  readonly #learned: Learned
  readonly #hasStrangeHead: HasStrangeHead
  readonly #documented: (document: Document) => (sample: Endpoint) => readonly Way[]
  readonly #above: (document: Document) => ReadonlyMap<EndpointGroup, EndpointGroup>
  readonly #meant: (path: string) => readonly Defined[]
  readonly #otherwise: (group: EndpointGroup) => Endpoint | undefined

  constructor(index: EndpointIndex, learned: Learned, hasStrangeHead: HasStrangeHead) {
    this.#index = index
    this.#hasStrangeHead = hasStrangeHead
    this.#learned = learned
    this.#documented = onceEach((document) => nearby(index, ways(index.groups(document))))
    this.#otherwise = onceEach((group) => calledOtherwise(index, group))
    this.#above = onceEach((document) => twinsAbove(index, document))
    this.#meant = onceEach((path) =>
      index.matching({ path }).filter(({ definition }) => !putsValues(index.path(definition), index.path({ path }))),
    )
  }

  mismatch(group: EndpointGroup, sample: Endpoint): Mismatch | undefined {
    // A section that has its own sample may show others on the way: log in first, look at the result afterwards.
    const alone = !group.samples.some((it) => this.#learned.fitting.has(it))
    const own = group.definitions.find((it) => samePath(this.#index, sample, it))
    const above = own || !alone ? undefined : this.#above(group.document).get(group)
    const meant = above?.definitions.find((it) => samePath(this.#index, sample, it))
    if (above && meant) return sameMethod(meant, sample) ? undefined : this.mismatch(above, sample)
    if (!own) {
      const elsewhere = this.#elsewhere(group, sample)
      const isInner = elsewhere.some((it) => standsInside(it, group, sample))
      return isInner ? undefined : this.#wrongPath(group, sample, alone, elsewhere)
    }
    if (isOperation(group, own, sample)) return undefined
    return alone || isOnlyProgram(group, sample) || this.#isFree(group, sample)
      ? { sample, definition: own, kind: 'method' }
      : undefined
  }

  /**
   * What is all but the group's endpoint, method included, and no other one that is documented; within a page, but for the case of its
   * letters, unless it is one of the page's examples. Or the one call by another method.
   */
  slip({ group, sample, within, isExample = false }: Call): Mismatch | undefined {
    if (this.#elsewhere(group, sample).some(({ definition }) => !isAmong(definition, group))) return undefined
    const other = this.#otherwise(group)
    if (other && samePath(this.#index, sample, other)) return { sample, definition: other, kind: 'method' }
    const [own] = group.definitions
    if (own && isOdd(this.#index, group, sample)) return { sample, definition: own, kind: 'method' }
    const best = this.#nearest(group, sample)
    if (!best || spreads(best) || goesOn(best) || !isSlip(best)) return undefined
    if (!sameMethod(best.definition, sample) || (within === 'page' && !isExample && !isRecased(best))) return undefined
    return this.#pathMismatch(group, sample, best)
  }

  #wrongPath(
    group: EndpointGroup,
    sample: Endpoint,
    alone: boolean,
    elsewhere: readonly Defined[],
  ): Mismatch | undefined {
    const best = this.#nearest(group, sample)
    if (!best || spreads(best)) return undefined
    const mismatch = this.#pathMismatch(group, sample, best)
    if (isOnlyCall(group, sample) && this.#alignments(group, sample).some((it) => lacksTitled(group, sample, it)))
      return mismatch
    // What nobody says how to call is the page's "Resource URI": any of its sections may call that.
    const pasted = elsewhere.some((it) => it.group.document === group.document && it.group.method !== undefined)
    if ((goesOn(best) && !pasted) || tellsOf(group, wordsBehind(best))) return undefined
    const isOthers = elsewhere.some((it) => it.group.document === group.document && sameMethod(it.definition, sample))
    if (isBeginning(best.definition, sample) && !isOthers) return undefined
    if (isSlip(best)) return alone || elsewhere.length === 0 ? mismatch : undefined
    if (!alone) return undefined
    // The page of a method that calls another one, and never its own.
    const isAnother = mismatch.segment
      ? isPage(best.definition, group.document) ||
        wordsBeside(best) > leastBeside(group, sample, best, elsewhere) ||
        this.#hasStrangeHead(group, sample, best)
      : lacksLast(best, sample, asksForOne(group.title))
    return pasted || isAnother || this.#isAstray(group, sample, best, elsewhere) ? mismatch : undefined
  }

  /** Of a list, one thing is made; of a thing that is there, nothing is. What shows one, is called with a variable, or reads the list as another section does, lost its id. */
  #isOfAll(group: EndpointGroup, { method, path }: Endpoint, sample: Endpoint): boolean {
    if (method === undefined || method !== sample.method) return false
    const hasVariable = /\/[$<{:][^/]*$/.test(sample.path)
    const isTwin = (it: Defined) => it.group !== group && it.definition.method === method && it.definition.path === path
    return method === 'POST' || hasVariable || asksForOne(group.title) || this.#index.matching({ path }).some(isTwin)
  }

  /**
   * It lost its id; or all that a section shows for its one endpoint is another's, lacks words of the path, or, where nothing is
   * documented, has two slips.
   */
  #isAstray(group: EndpointGroup, sample: Endpoint, best: Alignment, elsewhere: readonly Defined[]): boolean {
    const isOthers = elsewhere.some((it) => it.definition.method === sample.method)
    if (!isOthers && namesOne(best) && this.#isOfAll(group, best.definition, sample)) return true
    if (!isOnlyCall(group, sample)) return false
    if (isOthers || lacksWords(best) || lacksEnd(this.#index, group, best)) return true
    return elsewhere.length === 0 && this.#alignments(group, sample).some(lacksBesideSlip)
  }

  #pathMismatch(group: EndpointGroup, sample: Endpoint, best: Alignment): Mismatch {
    const segment = differentLiteral(best)
    const isPages = segment && isVariant(segment) && this.#pageSays(group, sample, segment.called)
    const inDefinition = titleSays(group, sample) ? 'title' : isPages ? 'page' : undefined
    return { sample, definition: best.definition, kind: 'path', segment, inDefinition }
  }

  /** Whether no other group documents the sample's method and path. */
  #isFree(group: EndpointGroup, sample: Endpoint): boolean {
    return this.#elsewhere(group, sample).every(({ definition }) => !sameMethod(definition, sample))
  }

  /** Other groups' definitions with the sample's path. */
  #elsewhere(group: EndpointGroup, sample: Endpoint): readonly Defined[] {
    return this.#meant(sample.path).filter(
      (it) =>
        it.group !== group &&
        (it.base === '' ||
          isName(it.definition) ||
          isBase(this.#learned, it.base, it.group.document === group.document)),
    )
  }

  /** Two more sections of the page document the sample's path, or two more samples call it: that all are wrong is less likely than one slip. Of a place for a word, no page says which. */
  #pageSays(group: EndpointGroup, sample: Endpoint, word: string): boolean {
    if (group.samples.filter((it) => it.path === sample.path).length > 2) return true
    const agree = this.#documented(group.document)(sample).filter(
      (it) => it.path.includes(`/${word}`) && samePath(this.#index, sample, it),
    )
    return new Set(agree.flatMap(({ sections }) => sections.filter((it) => it !== group))).size > 1
  }

  /** The definition that differs least. */
  #nearest(group: EndpointGroup, sample: Endpoint): Alignment | undefined {
    const all = this.#alignments(group, sample)
    return all.reduce<Alignment | undefined>((best, it) => (best && cost(best) <= cost(it) ? best : it), undefined)
  }

  /** All ways to read the call beside a definition, base paths that the corpus taught taken off. */
  #alignments({ definitions }: EndpointGroup, sample: Endpoint): Alignment[] {
    const areNames = definitions.every(isName)
    const called = this.#index
      .path(sample)
      .variants.map((it) => (areNames ? () => [it.slice(-1)] : withoutBase(this.#learned, it)))
    return definitions.flatMap((definition) =>
      this.#index
        .path(definition)
        .variants.flatMap((documented) =>
          called.flatMap((meant) => meant(documented[0])).map((it) => align(definition, documented, it)),
        ),
    )
  }
}

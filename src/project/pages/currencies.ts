import { grouped } from '../../grouped.ts'
import type { Document, Range } from '../../types.ts'
import { once } from '../once.ts'
import type { StrangeCurrency } from '../types/pages.ts'

const told = /^.*\bISO[- ]?4217\b.*$/gm
/** A code between the marks of a list, or before the dash behind which it is explained; in prose, three capitals may be anything. */
const listed = /[;,:(|/]\s{0,3}`?(?<code>[A-Z]{3})`?(?=\s{0,3}[-–—=;,)|/.])/dg
/** What others may be, of a list that is one of currencies. */
const least = 2

/** Metals, funds and what was a currency once: codes of the standard all the same. */
const others =
  'XDR XAU XAG XPT XPD XXX XTS XUA XSU XBA XBB XBC XBD XAD XCG VED ZWG CLF COU MXV UYI UYW USN USS CHE CHW BOV ' +
  'DEM FRF ITL ESP NLG ATS BEF FIM IEP PTE GRD LUF MTL CYP SIT SKK EEK LVL LTL HRK'
/** Which there are is slow to ask. */
const known = once(() => new Set([...Intl.supportedValuesOf('currency'), ...others.split(' ')]))

/** `GBO` among the codes of a line that names ISO 4217, which has none of that name. */
export function strangeCurrencies({ text }: Document): StrangeCurrency[] {
  if (!text.includes('4217')) return []
  const found = [...text.matchAll(told)].flatMap(({ 0: line, index }) => strangeIn(line, index))
  return Array.from(
    grouped(found, ({ name }) => name),
    ([name, all]) => ({ name, places: all.map(({ at }) => at) }),
  )
}

function strangeIn(line: string, start: number): { name: string; at: Range }[] {
  const codes = Array.from(line.matchAll(listed), ({ groups, indices }) => {
    const [from, to] = indices?.groups?.code ?? [0, 0]
    return { name: groups?.code ?? '', at: [start + from, start + to] as Range }
  })
  const strange = codes.filter(({ name }) => !known().has(name) && name !== 'ISO')
  return codes.length - strange.length >= least * strange.length ? strange : []
}

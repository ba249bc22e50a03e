import type { Contradiction, Visit } from './contradiction.ts'

const whole = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i
/** `new-…` in front of one, or `…-17` behind it; a URN is another way to write it. */
const within = /^(?!urn:)(?:[a-z]\w{0,30}[-_:])?[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}(?:[-_]\w{1,30})?$/i
const shape = /^\w{8}-(?:\w{4}-){3}\w{12}$/
const digits = /^[\da-f]{7,9}-[\da-f]{3,5}-[\da-f]{3,5}-[\da-f]{3,5}-[\da-f]{11,13}$/i

/** All but a UUID: one with something around it, one letter that is no digit, or a digit too many or too few. Anything else stands for one. */
export function checkUuid({ node, shape: { format }, row, name, at }: Visit, found: Contradiction[]): void {
  if (format !== 'uuid' || node.kind !== 'string') return
  const value = String(node.value)
  if (whole.test(value) || !(within.test(value) || isSlip(value))) return
  found.push({ kind: 'format', at, name, says: 'UUID', shows: value, place: row })
}

function isSlip(value: string): boolean {
  if (!shape.test(value)) return digits.test(value) && Math.abs(value.length - 36) < 2
  return value.match(/[^\da-f-]/gi)?.length === 1
}

import { placeOf } from '../../../parse/places.ts'
import type { Call } from '../../endpoints/calls/index.ts'
import type { Slip } from './slips.ts'

/** Names that end so hold a secret, a name or a number. */
const typed =
  /^([A-Za-z][\w-]{0,60}-(?:agent|date|digest|id|key|length|secret|signature|timestamp|token)|authorization|host|signature):\s{0,9}((?:application|text)\/(?:[\w.-]{1,40}\+)?(?:html|json|plain|x-www-form-urlencoded|xml)\b.*)$/i

/** `X-Pot-Token: application/json`: the value of the header above, copied along with it. */
export function strangeType({ headers }: Call): Slip[] {
  return headers.flatMap((word) => {
    const [all = '', name = '', value = ''] = typed.exec(word.text) ?? []
    if (all === '') return []
    const message = `"${value}" is a media type, and "${name}" holds none`
    const range = placeOf([all.length - value.length, all.length], word.offset)
    return [{ range, message, help: 'write what the header holds' }]
  })
}

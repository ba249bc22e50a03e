/** The values of a field whose type says that there are some: in the type itself, or in a list that only an enumeration has. */
export function typedValues(type: string, raw: string): string[] | undefined {
  return quotedInType(type) ?? (/^enum\b/i.test(type) && raw.includes('`, `') ? codeAtEnd(raw) : undefined)
}

const quotedList =
  /^(?:enum|string)\b[\s:([]{0,4}(?:(?:from|of|one of)[\s:([]{1,4})?((["'])[\w+./-]{1,40}\2(?:[\s,|/]{1,4}(?:or )?\2[\w+./-]{1,40}\2)+)[)\]\s.]*$/i

/** `enum "open" or "shut"`, `string (from ['raw', 'fired'])`. */
function quotedInType(type: string): string[] | undefined {
  return /["']/.test(type) ? (quotedList.exec(type)?.[1]?.match(/[\w+./-]+(?=["'])/g) ?? undefined) : undefined
}

/** "The glaze (`matt`, `gloss`)", "The glaze: `matt`, `gloss`.": the list needs no "or" to be whole, but must not be one of examples. */
function codeAtEnd(raw: string): string[] | undefined {
  const [, said = '', list = ''] =
    /^([^`]{0,200})(?<=\(|: )((?:`[\w+./-]{1,40}`, ){1,40}`[\w+./-]{1,40}`)\)?[.\s|]*$/.exec(raw) ?? []
  return list === '' || ofExamples.test(said) ? undefined : list.split('`').filter((_, at) => at % 2 === 1)
}

const ofExamples = /\b(?:e\.?g|examples?|such as|like|usually|typically|defaults?|see|instead|not|without|including)\b/i

/** Where JSON starts: at a line that opens with it, after a label such as `Response: {` or `Array<{`, or where all of it is handed to a function. */
const opening =
  /^[ \t\u00a0]*(?=[{[]|｛\s{0,40}["“”]|["“][^"“”\n]{0,200}["“”]?[ \t]{0,20}(?:[:：]|[,{[]?[ \t]{0,20}$))|^[ \t]{0,20}[\w "'=:.-]{1,60}[:=<][ \t]{0,20}(?=[{[][ \t]{0,20}$)|(?<![\s\S])[ \t\n]{0,20}[\w.$]{1,40}\((?=[{[])/gm

/** The first place at or after `from` where JSON can start; undefined for none. */
export function sampleStart(text: string, from = 0): number | undefined {
  opening.lastIndex = from
  const match = opening.exec(text)
  if (match) return match.index + match[0].length
  return from === 0 && /^\s*(?:true|false|null|-?\d[\d.eE+-]*|"(?:[^"\\\n]|\\.)*")\s*$/.test(text) ? 0 : undefined
}

/** Text that does not say what it is, but starts as JSON starts, and hardly as anything else does. */
export function looksLikeJson(text: string): boolean {
  if (/^\s*[{｛]\s*(?:["“”}]|\/\/|\/\*|\.{3}|…)/.test(text)) return /["“”]\s*[:：]|^\s*\{\s*\}\s*$|\.{3}|…/.test(text)
  if (/^\s*["“][\w@$. -]{1,60}["”]\s*:\s*(?:["“{[\dtfn-]|<[a-z]|(?:string|int|bool)(?:eger|ean)?\b)/.test(text))
    return true
  return /^\s*\[\s*(?:\{\s*["“”}]|["“”\]]|(?:\[\s*)?‘[^‘’\n]{1,300}’\s*[,\]]|\[\s*["{[\d]|-?\d+(?:\.\d+)?\s*(?:,|\](?![ \t]*[a-z#(])))/i.test(
    text,
  )
}

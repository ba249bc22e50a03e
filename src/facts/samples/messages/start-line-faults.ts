import type { Range } from '../../../types.ts'

/** A fault of one line: offsets count from its start. */
export interface LineSlip {
  range: Range
  message: string
  help?: string
  /** What to write instead, where that is beyond doubt. */
  write?: string
}

/** What is to be written in place of what is wrong. */
export function meant(range: Range, message: string, write: string): LineSlip {
  return { range, message, help: `write "${write}"`, write }
}

/** What is wrong with the first line of an answer. */
export function statusLine(text: string): LineSlip | undefined {
  const [version = '', rest = ''] = split(text)
  const badVersion = protocolSlip(version, 0)
  if (badVersion) return badVersion
  // `201 Created`: many leave the protocol out.
  if (/^(?:HTTP|\d{3})$/i.test(version) || /^\d{3}(?!\S)/.test(rest)) return undefined
  const range: Range = [version.length + 1, text.length]
  const [glued, status, reason] = /^(\d{3})([A-Za-z]\S*.*)$/.exec(rest) ?? []
  if (glued) return meant(range, `no blank between status "${status}" and "${reason}"`, `${status} ${reason}`)
  const [turned, before, code] = /^([A-Za-z][A-Za-z ]*) (\d{3})$/.exec(rest) ?? []
  if (turned) return meant(range, `the reason stands before status "${code}"`, `${code} ${before}`)
  return { range, message: `"${rest}" does not start with a status code`, help: 'write three digits' }
}

/** What is wrong with the first line of a request. */
export function requestLine(text: string): LineSlip | undefined {
  const [method = '', rest = ''] = split(text)
  const glued = /^[A-Z]+(?=\/\S)/.exec(method)?.[0]
  const first: Range = [0, method.length]
  if (glued !== undefined)
    return meant(first, `no blank between "${glued}" and the path`, `${glued} ${method.slice(glued.length)}`)
  const upper = method.toUpperCase()
  if (method !== upper) return meant(first, `method "${method}" is in lower case`, upper)
  if (/^HTTPS?\/[\d.]+$/i.test(rest))
    return { range: [0, text.length], message: `"${method}" has no path`, help: 'write METHOD /path HTTP/1.1' }
  const [, marked] = /^<(https?:\/\/[^<>\s]+)>(?!\S)/.exec(rest) ?? []
  if (marked !== undefined) {
    const at = text.indexOf('<')
    return meant([at, at + marked.length + 2], 'the URL stands between "<" and ">"', marked)
  }
  const joined = text.includes(' HTTP/') ? undefined : /(?<=[\w/}>])HTTP\/\d(?:\.\d)?$/.exec(text)
  if (joined) {
    const [version] = joined
    return meant([joined.index, text.length], `no blank before "${version}"`, ` ${version}`)
  }
  const version = /\s(HTTPS?[/\\ ]?\d[\d.]*)$/i.exec(text)
  const [, before = '', asked = ''] = /^(\S+ [^\s?]+)(\?.*?) HTTP\/\d/.exec(text) ?? []
  // More than one blank before the version is none of the query's.
  const query = asked.trimEnd()
  if (/[ \t]/.test(query)) return blankQuery(query, before.length)
  return version?.[1] ? protocolSlip(version[1], text.length - version[1].length) : undefined
}

/** `?since=2026-01-01 00:00`: what reads the line takes what stands behind the blank for the version of HTTP. */
function blankQuery(query: string, at: number): LineSlip {
  const range: Range = [at, at + query.length]
  return { range, message: 'the query has blanks', help: 'write "%20" for each', write: query.replace(/[ \t]/g, '%20') }
}

function protocolSlip(version: string, at: number): LineSlip | undefined {
  const match = /^(?:HTTPS?([/\\ ]?)|[A-Z]{3,6}\/)(\d[\d.]*)(:?)$/i.exec(version)
  if (!match || /^HTTP\/(?:1\.[01]|0\.9|[23](?:\.0)?)$/.test(version)) return undefined
  const number = /^(?:1\.[01]|[23](?:\.0)?)$/.test(match[2] ?? '') ? match[2] : '1.1'
  return meant([at, at + version.length], `"${version}" is not a version of HTTP`, `HTTP/${number}`)
}

function split(text: string): [first: string, rest: string] {
  const gap = /[ \t]+(?!\d(?:\.\d)?[ \t:])/.exec(text)
  return gap ? [text.slice(0, gap.index), text.slice(gap.index + gap[0].length)] : [text, '']
}

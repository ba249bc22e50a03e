import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'

/**
 * Runs whole processes, one of each in turn, so that what else the machine does falls on all alike.
 * Subject: { name, command: string[], cwd, before?() }. Gives name → { rounds: [{ ms, mb }], crash? }.
 */
export async function measure(subjects, runs, log = () => {}) {
  const results = new Map(subjects.map(({ name }) => [name, { rounds: [], crash: undefined }]))
  for (let run = 0; run < runs; run++) {
    for (const subject of subjects) {
      const result = results.get(subject.name)
      if (result.crash) continue
      const { ms, mb, crash } = await once(subject)
      if (crash) result.crash = crash
      else result.rounds.push({ ms, mb })
      log(`${subject.name}: ${crash ?? `${ms.toFixed(0)} ms`}`)
    }
  }
  return results
}

/** One run; times in milliseconds, memory in MB (Linux only), what it prints into a file if somebody wants it. */
export async function once(subject, outputFile) {
  subject.before?.()
  const output = outputFile === undefined ? 'ignore' : openSync(outputFile, 'w')
  try {
    const run = await spawned(subject, ['ignore', output, output])
    return { ...run, crash: crashOf(run, outputFile === undefined ? '' : readFileSync(outputFile, 'utf8')) }
  } finally {
    if (output !== 'ignore') closeSync(output)
  }
}

function spawned({ command: [program, ...args], cwd }, stdio) {
  return new Promise((resolve, reject) => {
    const started = process.hrtime.bigint()
    const child = spawn(program, args, { cwd, stdio })
    let mb = 0
    const watch = setInterval(() => {
      mb = Math.max(mb, peak(child.pid))
    }, 15)
    child.on('error', (error) => {
      clearInterval(watch)
      reject(error)
    })
    child.on('exit', (code, signal) => {
      clearInterval(watch)
      resolve({ ms: Number(process.hrtime.bigint() - started) / 1e6, mb, code, signal })
    })
  })
}

/** Linters end with 1 when they find something, and Node does when it throws: the stack tells them apart. */
function crashOf({ code, signal }, output) {
  if (signal) return `ended by ${signal}`
  const trace = /^ +at .+:\d+:\d+\)?$/m.exec(output)
  const before = output
    .slice(0, trace?.index ?? 0)
    .trimEnd()
    .split('\n')
  if (trace) return (before.findLast((line) => /\w*Error/.test(line)) ?? before.at(-1)).trim().slice(0, 120)
  return code > 1 ? `exit code ${code}` : undefined
}

/** High-water mark of a process's memory. */
function peak(pid) {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

/** What the rounds of a subject come to, beside those of others in the same rounds. */
export function summarise({ rounds, crash }, base, other) {
  if (crash || rounds.length === 0) return { crash }
  const times = rounds.map(({ ms }) => ms)
  return {
    ms: median(times),
    low: Math.min(...times),
    high: Math.max(...times),
    mb: median(rounds.map(({ mb }) => mb)),
    timesBase: ratio(rounds, base),
    timesOther: ratio(rounds, other),
  }
}

function ratio(rounds, base) {
  if (!base || base.crash) return undefined
  return median(rounds.map(({ ms }, i) => ms / base.rounds[i].ms))
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * Runs whole processes, one of each in turn, so that what else the machine does falls on all alike.
 * `subjects`: name → { command: string[], cwd, before?() }. Times in milliseconds, memory in MB (Linux only).
 */
export async function measure(subjects, runs) {
  const samples = new Map([...subjects.keys()].map((name) => [name, []]))
  for (let run = 0; run < runs; run++) {
    for (const [name, subject] of subjects) {
      subject.before?.()
      samples.get(name).push(await once(subject))
    }
  }
  return new Map(
    [...samples].map(([name, all]) => [
      name,
      {
        ms: median(all.map((it) => it.ms)),
        mb: median(all.map((it) => it.mb)),
        low: Math.min(...all.map((it) => it.ms)),
      },
    ]),
  )
}

function once({ command: [program, ...args], cwd, env }) {
  return new Promise((resolve, reject) => {
    const started = process.hrtime.bigint()
    const child = spawn(program, args, { cwd, stdio: 'ignore', env: { ...process.env, ...env } })
    let mb = 0
    const watch = setInterval(() => {
      mb = Math.max(mb, peak(child.pid))
    }, 15)
    child.on('error', reject)
    child.on('exit', () => {
      clearInterval(watch)
      resolve({ ms: Number(process.hrtime.bigint() - started) / 1e6, mb })
    })
  })
}

/** High-water mark of a process's memory. */
function peak(pid) {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

export function median(values) {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

// Holds docs-lint against hand-verified lines of real documentation, where they are at hand (../shared).
// A gate is the least share of a rule's known defects that must be found; false alarms are never allowed, but where
// the truth disputes itself: a trap beside a defect, within the tolerance of the score.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

const shared = '../shared'
const gates = JSON.parse(readFileSync(new URL('gates.json', import.meta.url), 'utf8'))

if (!existsSync(`${shared}/truth`)) {
  console.log('gates: no corpora here, skipped')
  process.exit(0)
}

const failures = []
for (const { name, truth, complete, extras, rules, disputed = {} } of gates) {
  const score = run(truth, complete)
  for (const [rule, least] of Object.entries(rules)) {
    const { defects = 0, hits = 0 } = score.rules[rule] ?? {}
    const share = defects === 0 ? 0 : hits / defects
    const verdict = share >= least ? 'ok' : 'FAILED'
    console.log(`${name}: ${rule.padEnd(26)} ${hits}/${defects} found, gate ${Math.round(least * 100)} %  ${verdict}`)
    if (share < least) failures.push(`${name}: ${rule}`)
  }
  for (const [rule, { alarms }] of Object.entries(score.rules)) {
    if (alarms > (disputed[rule] ?? 0)) failures.push(`${name}: ${alarms} false alarms of ${rule}`)
  }
  if (extras !== undefined && score.extras > extras) failures.push(`${name}: ${score.extras} extras, gate ${extras}`)
  for (const [corpus, { exit }] of Object.entries(score.corpora)) {
    if (exit !== 0 && exit !== 1) failures.push(`${name}: ${corpus} exited with ${exit}`)
  }
}

for (const failure of failures) console.error(`gate failed: ${failure}`)
process.exit(failures.length > 0 ? 1 : 0)

function run(truth, complete) {
  const files = truth.flatMap((file) => ['--truth', `${shared}/truth/${file}`])
  const extra = complete ? ['--complete', complete.join(',')] : []
  const args = [`${shared}/tools/score.mjs`, '--command', 'node dist/cli.js', ...files, ...extra, '--json']
  const { stdout, stderr, status } = spawnSync('node', args, { encoding: 'utf8', maxBuffer: 1 << 28 })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}

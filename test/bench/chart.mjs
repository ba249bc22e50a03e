import { cold, parsing } from './subjects.mjs'

const width = 780
const left = 230
const right = 90
const row = 24

const style = `
  text { font: 13px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; fill: #1f2328 }
  .title { font-weight: 600; font-size: 15px }
  .label { text-anchor: end }
  .own { fill: #0969da } .other { fill: #8c959f } .base { fill: #bf8700 }
  .s0 { fill: #8c959f } .s1 { fill: #bf8700 } .s2 { fill: #0969da } .s3 { fill: #1a7f37 } .s4 { fill: #8250df } .s5 { fill: #bf3989 }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 }
    .own { fill: #4493f8 } .other { fill: #6e7681 } .base { fill: #d29922 }
    .s0 { fill: #6e7681 } .s1 { fill: #d29922 } .s2 { fill: #4493f8 } .s3 { fill: #3fb950 } .s4 { fill: #ab7df8 } .s5 { fill: #db61a2 }
  }`

/** Bars of time for each scale, and the stages of docs-lint, as a picture that reads well on light and dark. */
export function drawChart(results) {
  const parts = []
  let y = 10
  for (const { pages, rows } of results) {
    const shown = rows.filter(
      (it) => it.ms !== undefined && (it.name === parsing || it.name.includes('docs-lint,') || !it.own),
    )
    parts.push(title(`${pages.toLocaleString('en')} pages, seconds`, y))
    const most = Math.max(...shown.map(({ ms }) => ms))
    for (const [i, it] of shown.entries()) parts.push(bar(it, most, y + 34 + i * row))
    y += 34 + shown.length * row + 20
  }
  const { stages: runs } = results[0]
  const names = runs.find(({ name }) => name === cold).stages.map(({ stage }) => stage)
  parts.push(title('docs-lint, stages, seconds', y), legend(names, y + 30))
  const longest = Math.max(...runs.map(totalOf))
  for (const [i, it] of runs.entries()) parts.push(stack(it, names, longest, y + 56 + i * row))
  y += 56 + runs.length * row + 10
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${y}" viewBox="0 0 ${width} ${y}" role="img">`,
    '<title>Time of each linter, and of each stage of docs-lint</title>',
    `<style>${style}\n</style>`,
    ...parts,
    '</svg>',
    '',
  ].join('\n')
}

function title(text, y) {
  return `<text class="title" x="10" y="${y + 16}">${text}</text>`
}

function bar({ name, ms, own }, most, y) {
  const kind = name === parsing ? 'base' : own ? 'own' : 'other'
  const length = scaled(ms, most)
  return `${label(name, y)}<rect class="${kind}" x="${left}" y="${y}" width="${length}" height="${row - 8}"/>${value(ms, left + length, y)}`
}

const totalOf = ({ stages }) => stages.find(({ stage }) => stage === 'total')?.ms ?? 0

function stack(run, names, most, y) {
  let x = left
  const parts = run.stages.filter(({ stage }) => stage !== 'total')
  const bars = parts.map(({ stage, ms }) => {
    const from = x
    x += scaled(ms, most)
    const kind = names.indexOf(stage)
    return `<rect class="s${kind}" x="${from.toFixed(1)}" y="${y}" width="${(x - from).toFixed(1)}" height="${row - 8}"/>`
  })
  return `${label(run.name, y)}${bars.join('')}${value(totalOf(run), x, y)}`
}

function legend(names, y) {
  let x = 10
  const entries = names.slice(0, -1).map((name, i) => {
    const at = x
    x += 32 + name.length * 7
    return `<rect class="s${i}" x="${at}" y="${y}" width="12" height="12"/><text x="${at + 17}" y="${y + 11}">${name}</text>`
  })
  return entries.join('')
}

function label(text, y) {
  return `<text class="label" x="${left - 8}" y="${y + 12}">${text}</text>`
}

function value(ms, x, y) {
  return `<text x="${(x + 6).toFixed(1)}" y="${y + 12}">${(ms / 1000).toFixed(2)}</text>`
}

function scaled(ms, most) {
  return Number((((width - left - right) * ms) / most).toFixed(1))
}

import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { writePages } from './pages.mjs'

const isPage = (name) => /\.(?:md|markdown|mdx|md\.erb)$/.test(name)

/** Pages in a folder of the benchmark's own: those of `from`, or ours; several times under other names where `scale` says so. */
export function writeCorpus(folder, from, scale) {
  mkdirSync(folder, { recursive: true })
  const names = scale === 1 ? ['.'] : Array.from({ length: scale }, (_, i) => `copy-${i + 1}`)
  for (const name of names) {
    if (from === undefined) writePages(join(folder, name), 573)
    else
      cpSync(from, join(folder, name), {
        recursive: true,
        filter: (it) => !/^(?:node_modules|\.git)$/.test(basename(it)),
      })
  }
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(isPage).sort()
  const bytes = pages.reduce((sum, page) => sum + statSync(join(folder, page)).size, 0)
  return { folder, pages: pages.length, bytes, change: changer(join(folder, pages[0])) }
}

/** Puts something new into a page, each time something else. */
function changer(page) {
  const text = readFileSync(page, 'utf8')
  let times = 0
  return () => {
    times++
    writeFileSync(page, text + ' \n'.repeat(times))
  }
}

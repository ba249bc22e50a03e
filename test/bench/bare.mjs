// The least that any linter has to do: find the pages, read them, parse them with the same parser, walk the trees.
import { readdirSync, readFileSync } from 'node:fs'
import { markdownToMdast } from 'satteri'

const pages = []
const folders = [process.argv[2] ?? '.']
for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory() && !/^(?:node_modules|\.git)$/.test(entry.name)) folders.push(path)
    else if (entry.isFile() && /\.(?:md|markdown|mdx|md\.erb)$/.test(entry.name)) pages.push(path)
  }
}
let nodes = 0
for (const page of pages) {
  const stack = [markdownToMdast(readFileSync(page, 'utf8'))]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    nodes++
    if (node.children) stack.push(...node.children)
  }
}
process.stdout.write(`${pages.length} pages, ${nodes} nodes\n`)

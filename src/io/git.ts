import { execFileSync } from 'node:child_process'

/** What changed in a folder of a git repository, paths relative to that folder. */
export interface GitChanges {
  /** Changed, added and deleted files. */
  paths: string[]
  /** A file as it was before the change; `undefined` where it did not exist. */
  before(path: string): Uint8Array | undefined
  /** The lines that the change wrote, 1-based and inclusive. */
  lines(path: string): [first: number, last: number][]
}

/** Git runs no code of the repository: no hooks, no monitors, no external diff, no text conversion. */
const quiet = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null', '-c', 'core.quotePath=false']

export interface GitProblem {
  problem: string
  help?: string
}

/** `staged`: what the next commit holds. Otherwise everything since `ref` branched off, saved or not. */
export function gitChanges(root: string, what: { staged: true } | { since: string }): GitChanges | GitProblem {
  const git = (...args: string[]) => runGit(root, args)
  const base = 'staged' in what ? headOf(git) : mergeBase(git, what.since)
  if (typeof base !== 'string') return base
  const range = 'staged' in what ? ['--cached', base] : [base]
  const diff = (...args: string[]) => git('diff', ...args, '--no-ext-diff', '--no-textconv', '--relative', ...range)
  const named = split(diff('--name-only', '--no-renames', '-z'))
  const untracked = 'staged' in what ? [] : split(git('ls-files', '--others', '--exclude-standard', '-z'))
  return {
    paths: [...named, ...untracked],
    before(path) {
      const listed = git('ls-tree', '-z', base, '--', path)
      return listed && listed.length > 0 ? git('show', '--no-textconv', `${base}:./${path}`) : undefined
    },
    lines: (path) =>
      untracked.includes(path) ? [[1, Number.POSITIVE_INFINITY]] : hunks(diff('--unified=0', '--no-color', '--', path)),
  }
}

type Git = (...args: string[]) => Buffer | undefined

function runGit(cwd: string, args: string[]): Buffer | undefined {
  try {
    const env = { ...process.env, GIT_OPTIONAL_LOCKS: '0', GIT_LITERAL_PATHSPECS: '1' }
    return execFileSync('git', [...quiet, ...args], {
      cwd,
      env,
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  } catch {
    return undefined
  }
}

function headOf(git: Git): string | GitProblem {
  if (!git('rev-parse', '--is-inside-work-tree')) return { problem: 'this folder is not in a git repository' }
  // Before the first commit everything is new: git's empty tree stands in for HEAD.
  return text(git('rev-parse', '--verify', '--quiet', 'HEAD')) || '4b825dc642cb6eb9a060e54bf8d69288fbee4904'
}

function mergeBase(git: Git, ref: string): string | GitProblem {
  if (ref.startsWith('-')) return { problem: `"${ref}" is no name of a commit` }
  if (!git('rev-parse', '--is-inside-work-tree')) return { problem: 'this folder is not in a git repository' }
  const commit = text(git('rev-parse', '--verify', '--quiet', `${ref}^{commit}`))
  const shallow = text(git('rev-parse', '--is-shallow-repository')) === 'true'
  const deepen = 'the clone is shallow: fetch the history (in GitHub Actions, actions/checkout with fetch-depth: 0)'
  if (!commit) return { problem: `git knows no commit "${ref}"`, help: shallow ? deepen : undefined }
  const base = text(git('merge-base', commit, 'HEAD'))
  return base || { problem: `"${ref}" and HEAD have no common ancestor`, help: shallow ? deepen : undefined }
}

function text(output: Buffer | undefined): string {
  return output?.toString('utf8').trim() ?? ''
}

function split(output: Buffer | undefined): string[] {
  return (output?.toString('utf8') ?? '').split('\0').filter(Boolean)
}

/** `@@ -a,b +c,d @@`: the new file's lines c to c+d-1. */
function hunks(output: Buffer | undefined): [number, number][] {
  return [...text(output).matchAll(/^@@ -\S+ \+(\d+)(?:,(\d+))? @@/gm)].map(([, start, count = '1']) => {
    const first = Number(start)
    return [first, first + Math.max(Number(count), 1) - 1]
  })
}

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { SaxesParser } from 'saxes'
import { beforeAll, describe, expect, test } from 'vitest'
import { script, scriptHash, style, styleHash } from '../../src/report/html-assets.ts'
import { formats } from '../../src/report/index.ts'
import { docsLint, inProject } from '../cli/console.ts'

/** A project whose every name and word tries to get out of the report that quotes it. */
const hostile = new Map([
  [
    'index.md',
    '---\nincludes:\n  - "::error::x.md"\n  - "a##[add-mask]b.md"\n  - "<script>alert(1)<-script>.md"\n---\n',
  ],
  ['::warning file=x.md', 'not a page'],
  ['::error file=a,line=1::b.md', '---\nincludes:\n  - "]]>&\\x01\\uFFFE\\e[2J\\u202Eevil.md"\n---\n'],
  ['😀 ü#%.md', '---\nincludes: ["  ::set-output name=a::b.md", "| pipe `code` @everyone.md", "😀", "gone.md"]\n---\n'],
])

const reports = new Map<string, string>()
beforeAll(async () => {
  await inProject(hostile, async (folder) => {
    for (const name of formats.keys()) {
      const { code } = await docsLint(['-f', `${name}=out/${name}`], folder)
      expect(code).toBe(1)
      reports.set(name, readFileSync(join(folder, 'out', name), 'utf8'))
    }
  })
})
const report = (name: string) => reports.get(name) ?? ''
const total = () => JSON.parse(report('json')).diagnostics.length

/** What a GitHub runner would take for a command, in both of its forms. */
function commandsIn(output: string): string[] {
  return output.split(/\r\n|\r|\n/).filter((line) => line.trimStart().startsWith('::') || /##(\[|vso\[)/.test(line))
}

describe('no quoted text can act', () => {
  test.each([...formats.keys()])('%s', (name) => {
    const found = commandsIn(report(name))
    if (name === 'github')
      expect(found.every((it) => /^::(error|warning|notice) file=[^:,]*,line=/.test(it))).toBe(true)
    else expect(found).toEqual([])
  })

  test.each(['pretty', 'compact', 'agent', 'markdown', 'html'])('%s has no control characters', (name) => {
    expect(report(name)).not.toMatch(/[^\P{C}\n]/u)
  })
})

describe('every format tells all', () => {
  const counts: Record<string, (text: string) => number> = {
    jsonl: (text) => text.trim().split('\n').length,
    sarif: (text) => JSON.parse(text).runs[0].results.length,
    gitlab: (text) => JSON.parse(text).length,
    rdjson: (text) => JSON.parse(text).diagnostics.length,
    junit: (text) => text.match(/<failure /g)?.length ?? 0,
    checkstyle: (text) => text.match(/<error /g)?.length ?? 0,
    html: (text) => text.match(/<article /g)?.length ?? 0,
    markdown: (text) => text.match(/^\| (error|warning|info) \|/gm)?.length ?? 0,
    compact: (text) => text.match(/^.+:\d+:\d+: (error|warning|info) /gm)?.length ?? 0,
    agent: (text) => text.match(/^.+:\d+:\d+: (error|warning|info) /gm)?.length ?? 0,
    pretty: (text) => text.match(/^ {2}(error|warning|info) {2}/gm)?.length ?? 0,
  }
  test.each(Object.keys(counts))('%s', (name) => expect(counts[name]?.(report(name))).toBe(total()))
})

describe('published schemas', () => {
  const ajv = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false })
  const valid = (schema: object, data: unknown) => {
    ajv.validate(schema, data)
    return ajv.errors ?? []
  }

  test('SARIF 2.1.0, and what GitHub asks for beyond it', () => {
    const log = JSON.parse(report('sarif'))
    expect(valid(JSON.parse(readFileSync('test/schemas/sarif-2.1.0.json', 'utf8')), log)).toEqual([])
    for (const { locations, partialFingerprints } of log.runs[0].results) {
      const { artifactLocation, region } = locations[0].physicalLocation
      expect(hostile.has(decodeURIComponent(new URL(artifactLocation.uri, 'file:///r/').pathname.slice(3)))).toBe(true)
      expect(Object.keys(region)).toEqual(['startLine', 'startColumn', 'endLine', 'endColumn'])
      expect(partialFingerprints['docsLint/v1']).toMatch(/^[0-9a-f]{12}$/)
    }
  })

  test('GitLab code quality: the fields of its validator, fingerprints unique', () => {
    const issue = {
      type: 'object',
      required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
      properties: {
        description: { type: 'string', minLength: 1 },
        fingerprint: { type: 'string' },
        severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
        location: {
          type: 'object',
          required: ['path', 'lines'],
          properties: {
            path: { type: 'string' },
            lines: { type: 'object', required: ['begin'], properties: { begin: { type: 'integer', minimum: 1 } } },
          },
        },
      },
    }
    const issues = JSON.parse(report('gitlab'))
    expect(valid({ type: 'array', items: issue }, issues)).toEqual([])
    expect(new Set(issues.map((it: { fingerprint: string }) => it.fingerprint)).size).toBe(issues.length)
  })

  test('rdjson: the messages of its protocol buffers, columns in bytes of UTF-8', () => {
    const position = {
      type: 'object',
      additionalProperties: false,
      required: ['line', 'column'],
      properties: { line: { type: 'integer', minimum: 1 }, column: { type: 'integer', minimum: 1 } },
    }
    const range = { type: 'object', additionalProperties: false, properties: { start: position, end: position } }
    const location = {
      type: 'object',
      additionalProperties: false,
      required: ['path'],
      properties: { path: { type: 'string' }, range },
    }
    const text = { type: 'string' }
    const list = (properties: object) => ({
      type: 'array',
      items: { type: 'object', additionalProperties: false, properties },
    })
    const schema = {
      type: 'object',
      additionalProperties: false,
      properties: {
        source: { type: 'object', additionalProperties: false, properties: { name: text, url: text } },
        diagnostics: list({
          message: text,
          location,
          severity: { enum: ['ERROR', 'WARNING', 'INFO'] },
          code: { type: 'object', additionalProperties: false, properties: { value: text, url: text } },
          suggestions: list({ range, text }),
          related_locations: list({ message: text, location }),
        }),
      },
    }
    const result = JSON.parse(report('rdjson'))
    expect(valid(schema, result)).toEqual([])
    const at = (list: { message: string }[]) => list.findIndex(({ message }) => message.includes('gone.md'))
    const { column } = JSON.parse(report('json')).diagnostics[at(result.diagnostics)].range.start
    // An emoji stands before it: two units of UTF-16, four bytes.
    expect(result.diagnostics[at(result.diagnostics)].location.range.start.column).toBe(column + 2)
  })

  test.each(['junit', 'checkstyle'])('%s is XML 1.0', (name) => {
    const parser = new SaxesParser()
    parser.on('error', (error) => {
      throw error
    })
    parser.write(report(name)).close()
  })

  test('JUnit: what the schemas of Ant and of Jenkins both allow, in their order', () => {
    const models: Record<string, { needs: string[]; holds: RegExp }> = {
      testsuites: { needs: [], holds: /^(testsuite )*$/ },
      testsuite: {
        needs: 'name package id timestamp hostname tests failures errors skipped time'.split(' '),
        holds: /^properties (testcase )*system-out system-err $/,
      },
      testcase: { needs: ['name', 'classname', 'time'], holds: /^((failure|error) )?$/ },
      failure: { needs: ['message', 'type'], holds: /^$/ },
      error: { needs: ['message', 'type'], holds: /^$/ },
      properties: { needs: [], holds: /^$/ },
      'system-out': { needs: [], holds: /^$/ },
      'system-err': { needs: [], holds: /^$/ },
    }
    const open: string[] = ['']
    const parser = new SaxesParser()
    parser.on('opentag', ({ name, attributes }) => {
      open[open.length - 1] += `${name} `
      expect(Object.keys(attributes), name).toEqual(models[name]?.needs)
      open.push('')
    })
    parser.on('closetag', ({ name }) => expect(open.pop(), name).toMatch(models[name]?.holds ?? /^never$/))
    parser.write(report('junit')).close()
    expect(open).toEqual(['testsuites '])
  })

  test('JUnit: counts add up, a clean file passes', async () => {
    const sum = (name: string) =>
      [...report('junit').matchAll(new RegExp(` ${name}="(\\d+)"`, 'g'))].reduce((all, [, it]) => all + Number(it), 0)
    expect(sum('failures')).toBe(total())
    expect(report('junit').match(/<testcase /g)).toHaveLength(sum('tests'))
    await inProject(new Map([['a.md', '# A\n']]), async (folder) => {
      const { output } = await docsLint(['-f', 'junit'], folder)
      expect(output).toContain('tests="1" failures="0"')
      expect(output).toContain('<testcase name="no problems" classname="a.md" time="0"/>')
    })
  })
})

describe('html', () => {
  test('its policy allows its own style and script and nothing else', () => {
    const hash = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`
    expect([styleHash, scriptHash]).toEqual([hash(style), hash(script)])
    expect(report('html')).toContain("default-src 'none'")
    expect(report('html')).not.toMatch(/<(script|link|img|iframe)[^>]* (src|href)=/)
  })

  test('has no element and no attribute from the documents', () => {
    expect(report('html').match(/<script/g)).toHaveLength(1)
    expect(report('html')).not.toContain('alert(1)<')
  })
})

test('in GitHub Actions the log is quoted, annotations follow, and the summary is appended', async () => {
  await inProject(hostile, async (folder) => {
    const summary = join(folder, 'summary.txt')
    const env = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary }
    const { output } = await docsLint(['-f', 'github'], folder, env)
    const [stop = '', ...rest] = output.split('\n')
    const token = stop.replace('::stop-commands::', '')
    expect(token).toMatch(/^[0-9a-f-]{36}$/)
    expect(commandsIn(rest.slice(rest.indexOf(`::${token}::`) + 1).join('\n')).length).toBeGreaterThan(0)
    expect(commandsIn(rest.slice(0, rest.indexOf(`::${token}::`)).join('\n'))).toEqual([])
    expect(readFileSync(summary, 'utf8')).toContain('### docs-lint')
  })
})

test('services find a file in the repository, wherever docs-lint ran', async () => {
  const files = new Map([
    ['site/docs-lint.config.yaml', 'rules: {}\n'],
    ['site/pages/index.md', '[x](gone.md)\n'],
  ])
  await inProject(files, async (folder) => {
    const cwd = join(folder, 'site/pages')
    const run = async (format: string) => (await docsLint(['-f', format], cwd)).output
    expect(await run('compact')).toMatch(/^..\/pages\/index.md:1:5: /)
    expect(await run('github')).toContain('::error file=site/pages/index.md,')
    expect(JSON.parse(await run('gitlab'))[0].location.path).toBe('site/pages/index.md')
    const [{ locations }] = JSON.parse(await run('sarif')).runs[0].results
    expect(locations[0].physicalLocation.artifactLocation.uri).toBe('site/pages/index.md')
  })
})

import type { Rule } from '../rule.ts'
import { mechanisms } from '../site/mechanisms.ts'
import type { Schema } from './json-schema.ts'
import { presets } from './presets.ts'
import { ruleTable } from './rule-schema.ts'
import type { UserConfig } from './user.ts'

const globs: Schema = { type: 'array', items: { type: 'string' } }
const oneOrSeveral = [{ type: 'string' }, globs] as const

/** Which JSON Schema file speaks for which pages. */
const schemaForPages: Schema = {
  type: 'object',
  properties: {
    files: { anyOf: oneOrSeveral, description: 'Pages, as globs' },
    schema: { type: 'string', description: 'A JSON Schema file, relative to the project' },
  },
  required: ['files', 'schema'],
  additionalProperties: false,
}

/** Which contract the pages are held against. */
const spec: Schema = {
  type: 'object',
  properties: {
    id: { type: 'string', description: 'What reports call it, in place of its path' },
    file: { type: 'string', description: 'An OpenAPI file, relative to the project' },
    docs: {
      anyOf: oneOrSeveral,
      description: 'The pages that it speaks for, as globs; otherwise they are recognised by what they document',
    },
  },
  required: ['file'],
  additionalProperties: false,
}

const ownInclude: Schema = {
  type: 'object',
  properties: {
    name: { type: 'string', description: 'What to call it' },
    pattern: {
      type: 'string',
      format: 'line-pattern',
      description: 'A regular expression for one line; its group "target", or its first, is what is included',
    },
    roots: {
      ...globs,
      description: 'Where to look: "." the folder of the page, "/" the source of the site, "~" its root, or below them',
    },
    names: { ...globs, description: 'How files are called there; "*" is the last part of the target' },
    inCode: { type: 'boolean', default: false, description: 'Works in code blocks too' },
    literal: { type: 'boolean', default: false, description: 'Shows the file as code' },
  },
  required: ['name', 'pattern'],
  additionalProperties: false,
}

/** The schema of a config file for these rules: the one source of validation, completion and `docs-lint schema`. */
export function configSchema(rules: ReadonlyMap<string, Rule>): Schema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'docs-lint configuration',
    type: 'object',
    properties: {
      $schema: { type: 'string', description: 'The schema, for editors' },
      ...settings,
      ...ruleSettings(ruleTable(rules)),
    },
    additionalProperties: false,
  }
}

const settings: Record<Exclude<keyof UserConfig, 'rules' | 'overrides'>, Schema> = {
  extends: {
    anyOf: oneOrSeveral,
    description: `What to begin with: ${[...presets].map(([name, { summary }]) => `"${name}" (${summary})`).join(', ')}, a file of the project ("./base.yaml"), or a package that has a docs-lint config. Later ones win, this file last.`,
  },
  plugins: {
    ...globs,
    description:
      'Modules that add rules and reporters, or remark-lint rules: files of the project or packages. They are code, and load only with --trust.',
  },
  include: { ...globs, description: 'The files of the project, as globs. All of them are always indexed.' },
  ignore: { ...globs, description: 'Files to leave out, as globs. What .gitignore names is left out too.' },
  parser: {
    type: 'string',
    enum: ['satteri', 'remark'],
    default: 'satteri',
    description: 'The Markdown parser: satteri is fast, remark is the reference. Both make the same tree.',
  },
  includes: {
    type: 'array',
    description: 'Ways of including files that the site uses besides those of its generator',
    items: { anyOf: [{ type: 'string', enum: mechanisms.map(({ name }) => name) }, ownInclude] },
  },
  scopes: {
    type: 'object',
    description: 'How pages speak of scopes, and where the scopes stand that exist',
    properties: {
      catalogue: { ...globs, description: 'Pages that list all scopes; otherwise they are recognised' },
      labels: {
        ...globs,
        description: 'Words that label scopes, besides "scope", "permission", "role" and their like',
      },
      neutral: { ...globs, description: 'Values that name no scope, besides "none", "public" and their like' },
    },
    additionalProperties: false,
  },
  specs: {
    type: 'array',
    description: 'OpenAPI files of which there is something to say; all others are found',
    items: spec,
  },
  frontMatter: {
    type: 'array',
    description: 'JSON Schemas for the front matter of pages',
    items: schemaForPages,
  },
  samples: {
    type: 'array',
    description: 'Which schema the samples of a page follow, where the page does not say it itself',
    items: schemaForPages,
  },
  baseline: {
    type: 'string',
    default: 'docs-lint-baseline.json',
    description: 'The file of known findings, relative to the project',
  },
  report: {
    type: 'object',
    description: 'What to do with findings where no flag says otherwise',
    properties: {
      format: { type: 'string', description: 'The format for stdout, as --format takes it' },
      failOn: { type: 'string', enum: ['error', 'warning', 'info', 'never'], default: 'error' },
      maxWarnings: { type: 'number', description: 'Exit with 1 on more warnings' },
      maxDiagnostics: { type: 'number', description: 'Print at most so many findings' },
    },
    additionalProperties: false,
  },
}

function ruleSettings(rules: Schema): Record<'rules' | 'overrides', Schema> {
  return {
    rules,
    overrides: {
      type: 'array',
      description: 'Other settings for some files; later ones win',
      items: {
        type: 'object',
        properties: { files: { ...globs, description: 'Files, as globs' }, rules },
        required: ['files', 'rules'],
        additionalProperties: false,
      },
    },
  }
}

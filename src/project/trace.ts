import { Lines } from '../text.ts'
import type { Document, Include, Link, Site } from '../types.ts'
import type { Project } from './types/project.ts'
import type { Target } from './types/targets.ts'

/**
 * Explains how docs-lint sees a file, or where it looked for the targets on one of its lines, as lines of text.
 * `undefined` where the project does not hold the file.
 */
export function traceFile(project: Project, path: string, line?: number): string[] | undefined {
  const document = project.documents.get(path)
  if (!document) return undefined
  const lines = new Lines(document.text)
  const here = (offset: number) => line === undefined || lines.at(offset).line === line
  const place = (offset: number) => `${path}:${lines.at(offset).line}:${lines.at(offset).column}`
  const links = document.facts.links.filter(({ kind, range }) => kind !== 'reference' && here(range[0]))
  const includes = document.facts.includes.filter((it) => here(it.targetRange[0]))
  return [
    ...(line === undefined ? summary(project, document) : []),
    ...includes.flatMap((it) => [
      `${place(it.targetRange[0])}  include ${it.target}`,
      ...includeSteps(project, document, it),
    ]),
    ...links
      .filter((it) => line !== undefined || isDoubtful(project, document, it))
      .flatMap((it) => [`${place(it.urlRange[0])}  ${it.kind} ${it.url}`, ...linkSteps(project, document, it)]),
  ]
}

/** Explains which source answers a URL, on every site of the project. */
export function traceUrl(project: Project, url: string): string[] {
  const first = new Map<Site, Document>()
  for (const document of project.documents.values()) {
    const { site } = project.links.served(document.path)
    if (!first.has(site)) first.set(site, document)
  }
  const built = [...first].filter(([site]) => site.generator !== 'none')
  const link = { kind: 'navigation', url: /^\/|:\/\//.test(url) ? url : `/${url}` } as const
  return (built.length > 0 ? built : [...first]).flatMap(([site, document]) => [
    siteLine(site),
    ...linkSteps(project, document, link),
  ])
}

function summary(project: Project, { path, facts }: Document): string[] {
  const home = project.links.served(path)
  const url = home.urlOf(path)
  const unbuilt = project.pages.unbuilt(path)
  const page = project.pages.entry(path)
  const shown = project.pages.of(path).filter(({ entry }) => entry.path !== path)
  const redirects = home.redirects.filter((it) => it.path === path).map((it) => it.url)
  return [
    path,
    siteLine(home.site),
    ...(url && !unbuilt ? [`  URL: ${url}`] : []),
    ...(unbuilt ? [`  not built: ${unbuilt}`] : []),
    ...(redirects.length > 0 ? [`  redirects here: ${redirects.join(', ')}`] : []),
    ...(page && page.parts.length > 1 ? [`  page: this file and ${page.parts.length - 1} that it includes`] : []),
    ...shown.map(({ entry }) => `  shown on ${entry.path}`),
    `  links: ${facts.links.length}, below those that lead nowhere or cannot be judged`,
  ]
}

function siteLine({ generator, evidence, source, address }: Site): string {
  if (generator === 'none') return '  site: none that is known; links are read as paths of files'
  const domains = address.hosts.length > 0 ? `, domain ${address.hosts.join(', ')}` : ''
  return `  site: ${generator} (from ${evidence ?? 'its files'}), "/" is ${source || '.'}${domains}`
}

function isDoubtful(project: Project, document: Document, link: Link): boolean {
  const target = project.resolve(document, link)
  if (target.kind === 'document') return project.anchors.has(target.path, target.fragment) === false
  return target.kind !== 'external' && target.kind !== 'file'
}

function linkSteps(project: Project, document: Document, link: Pick<Link, 'kind' | 'url'>): string[] {
  const target = project.resolve(document, link)
  const looked = target.kind === 'external' ? [] : [...project.links.lookups(document, link)]
  return [
    ...looked.map(({ how, place, found }) => `    ${how}: ${place}${found ? ' ✓' : ' is not there'}`),
    `    → ${conclusion(project, target)}`,
  ]
}

function conclusion(project: Project, target: Target): string {
  switch (target.kind) {
    case 'external':
      return 'another site: never fetched'
    case 'unknown':
      return `cannot be told: ${target.why}`
    case 'missing':
      return `"${target.place}" does not exist`
    case 'unbuilt':
      return `${target.path}, which is not built (${target.why})`
    case 'file':
      return target.path
    default: {
      const anchor = target.fragment === '' ? undefined : project.anchors.has(target.path, target.fragment)
      const answers = { true: 'which has', false: 'which has no', undefined: 'of which nobody can tell whether it has' }
      return target.fragment === ''
        ? target.path
        : `${target.path}, ${answers[`${anchor}`]} anchor "#${target.fragment}"`
    }
  }
}

function includeSteps(project: Project, document: Document, include: Include): string[] {
  const target = project.includes.resolve(document, include)
  if (target.kind === 'unknown') return [`    → cannot be told: ${target.because}`]
  if (target.kind === 'outside') return ['    → outside the project: never read']
  if (target.kind === 'missing')
    return [`    ${include.mechanism}: ${target.path} is not there`, '    → does not exist']
  return [`    ${include.mechanism}: ${target.path} ✓`, `    → ${target.path}`]
}

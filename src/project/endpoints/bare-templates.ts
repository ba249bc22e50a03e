import { grouped } from '../../grouped.ts'
import { squash } from '../../text.ts'
import type { Endpoint, Method } from '../../types.ts'
import type { BareTemplate } from '../types/endpoints.ts'
import type { EndpointGroup } from '../types/groups.ts'

interface Template {
  endpoint: Endpoint
  group: EndpointGroup
  /** What the heading right above it says: "Template", "URI". */
  title: string
}

/**
 * `/pots/{id}` below "Template" in one section, and `GET /pots` below "Template" in another: what a sample says is left out of the one
 * place where the page has it elsewhere.
 */
export function bareTemplates(groups: readonly EndpointGroup[]): BareTemplate[] {
  const templates = groups.flatMap((group) => templateOf(group) ?? [])
  if (templates.every(({ endpoint }) => endpoint.method !== undefined)) return []
  return [...grouped(templates, ({ title }) => squash(title)).values()].flatMap((alike) => {
    const said = alike.find(({ endpoint }) => endpoint.method !== undefined)?.endpoint
    if (!said) return []
    return alike.flatMap(({ endpoint, group, title }): BareTemplate[] => {
      const method = endpoint.method === undefined ? sampleMethod(group) : undefined
      return method === undefined ? [] : [{ endpoint, method, title, said }]
    })
  })
}

/** The one path of a section, in code, below a heading of a part of it. Behind a host it may be an address to open. */
function templateOf(group: EndpointGroup): Template | undefined {
  const [endpoint, another] = group.definitions
  if (!endpoint || another || endpoint.section === group.section || !isPath(endpoint)) return undefined
  const title = group.document.facts.sections[endpoint.section]?.title.trim() ?? ''
  return title === '' ? undefined : { endpoint, group, title }
}

function isPath({ form, host, path }: Endpoint): boolean {
  return host === undefined && path.startsWith('/') && (form === 'url' || form === 'line' || form === 'message')
}

/** The one that all samples of the section say. */
function sampleMethod({ method, samples }: EndpointGroup): Method | undefined {
  return samples.some((it) => it.method !== undefined) ? method : undefined
}

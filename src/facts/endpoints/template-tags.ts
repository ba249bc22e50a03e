import type { Range } from '../../types.ts'
import { isHttpMethod } from '../methods.ts'
import type { Syntax } from '../syntax.ts'
import { directives, hasDirectives, hasTemplateTags, type TemplateTag, templateTags } from '../template-tags.ts'
import { fromAttributes } from './attributes.ts'
import { type Candidate, candidates, from } from './candidate.ts'
import { readUrl } from './request-line.ts'

/** Endpoints that a page documents by tags of a template. Of several in one paragraph, each may begin a section of its own. */
export function taggedEndpoints(syntax: Syntax): Candidate[] {
  const { text } = syntax
  const readers = [...(hasTemplateTags(text) ? [templateTags] : []), ...(hasDirectives(text) ? [directives] : [])]
  if (readers.length === 0) return []
  return [...syntax.all('html'), ...syntax.all('paragraph')].flatMap(({ range }) =>
    readers
      .flatMap((read) => read(text, range))
      .flatMap(
        (tag) =>
          byBody(tag, syntax, range) ?? byArguments(tag, syntax, range[0]) ?? byAttributes(tag, syntax, range[0]),
      ),
  )
}

/** `{% endpoint post %} /jars/{id} {% endendpoint %}`: the tag is given the method, and holds the path. */
function byBody({ name, range, given }: TemplateTag, syntax: Syntax, [block, end]: Range): Candidate[] | undefined {
  const [first] = given
  const method = first?.value.toUpperCase() ?? ''
  const body = first && isHttpMethod(method) ? syntax.text.slice(range[1], end) : ''
  const lead = body.length - body.trimStart().length
  const url = body === '' ? undefined : readUrl(body, lead, true)
  if (!url || !body.slice(url.urlEnd).trimStart().startsWith(`{% end${name} `)) return undefined
  const about = { form: 'element', role: 'definition', section: syntax.sectionAt(range[0]), block } as const
  return candidates({ method, ...url }, from(range[1]), { ...about, methodRange: first?.range })
}

/** `{% swagger method="post" path="/x" %}`, `{{< api-endpoint method="get" endpoint="/x" >}}`. */
function byAttributes({ range, attributes }: TemplateTag, syntax: Syntax, block: number): Candidate[] {
  if (!attributes.has('method') && !attributes.has('verb')) return []
  return fromAttributes(syntax, { attributes, content: [range[1], range[1]], range, block })
}

/** `{% restapi "/jars/{id}", "PUT", "Updates it." %}`, `{{< call GET "/jars" >}}`: a method and a path, in any order. */
function byArguments({ range, given }: TemplateTag, syntax: Syntax, block: number): Candidate[] | undefined {
  if (given.length < 2) return undefined
  const method = given.find(({ value }) => isHttpMethod(value))
  const path = method && given.find(({ value }) => isPath(value))
  if (!method || !path) return []
  const line = { method: method.value, url: path.value, urlStart: 0, urlEnd: path.value.length }
  const about = { form: 'element', role: 'definition', section: syntax.sectionAt(range[0]), block } as const
  return candidates(line, from(path.range[0]), { ...about, methodRange: method.range, range })
}

/** The whole of it is one, and no sentence that has a slash. */
function isPath(value: string): boolean {
  return value.includes('/') && readUrl(value, 0, true)?.url === value
}

import type { Document } from '../../../types.ts'
import { once } from '../../once.ts'
import type { Project } from '../../types/project.ts'

/** `{{ include.anchor }}` */
const parameter = /\{\{-?\s*include\.([\w-]+)\s*-?\}\}/g

/** The ids that somebody wrote, each as often as the page includes its document, with what that include gives it. */
export function writtenIds(project: Project, documents: readonly Document[]): string[] {
  return documents.flatMap((it) => {
    const calls = once(() => callsOf(project, it, documents))
    return it.facts.anchors.flatMap(({ id }) => (id.includes('include.') ? filledIn(id, calls()) : [id]))
  })
}

/** The tags that include a document. */
function callsOf(project: Project, { path }: Document, documents: readonly Document[]): string[] {
  return documents.flatMap((it) =>
    it.facts.includes.flatMap((include) => {
      const target = project.includes.resolve(it, include)
      return target.kind === 'document' && target.path === path ? [it.text.slice(...include.range)] : []
    }),
  )
}

/** As written where nothing is given for a name, or a variable. */
function filledIn(id: string, calls: readonly string[]): string[] {
  if (calls.length === 0) return [id]
  return calls.map((call) => {
    const given = new Map(Array.from(call.matchAll(/\s([\w-]+)=(["'])(.*?)\2/g), ([, name, , value]) => [name, value]))
    return id.replace(parameter, (tag, name: string) => given.get(name) ?? tag)
  })
}

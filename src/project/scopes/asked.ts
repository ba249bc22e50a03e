import { sectionsAround } from '../../facts/sections.ts'
import { grouped } from '../../grouped.ts'
import type { Document, Scope } from '../../types.ts'
import type { EndpointGroup } from '../types/groups.ts'
import type { Project } from '../types/project.ts'
import type { EndpointScopes } from '../types/scopes.ts'

/** Those of a document, in its order. */
export function endpointScopes(project: Project, document: Document): EndpointScopes[] {
  const groups = project.endpoints.groups(document).filter((it) => !isDummy(it) && !givesTokens(it))
  const own = new Map(groups.map((group) => [group, { scopes: new Map<string, Scope>(), stated: false }]))
  // What stands outside of all endpoints holds for the whole page.
  let pageStates = false
  let pageLists = false
  let pageExplains = false
  const roles = rolesBySection(document)
  const labelled = new Set<EndpointGroup>()
  for (const { section, isSentence } of document.facts.scopeStatements) {
    const group = project.endpoints.of(document, section) as EndpointGroup
    const stating = own.get(group)
    if (stating && !isSentence) labelled.add(group)
    if (stating) stating.stated = true
    else if (roles.get(section)?.includes('usage')) pageLists = true
    else if (roles.get(section)?.every((it) => it === 'catalogue')) pageExplains = true
    else pageStates = true
  }
  for (const scope of document.facts.scopes) {
    if (scope.role === 'mention' || scope.role === 'usage') continue
    const asking = own.get(project.endpoints.of(document, scope.section) as EndpointGroup)
    if (asking && !asking.scopes.has(scope.name)) asking.scopes.set(scope.name, scope)
  }
  const stating = new Set([...own].flatMap(([group, { stated }]) => (stated ? group : [])))
  const calls = new Set(
    [...stating].flatMap(({ method, definitions }) => definitions.map(({ path }) => `${method} ${path}`)),
  )
  const isStated = (it: EndpointGroup) =>
    pageStates || stating.has(it) || isSaid(it) || isStatedAround(project, it, stating, calls)
  return [...own].map(([group, { scopes }]) => {
    const stated = isStated(group)
    return {
      group,
      scopes: [...scopes.values()],
      // What explains all scopes may say of some whose they are, and is no habit.
      stated: pageExplains || stated,
      itself: stating.has(group),
      labelled: stated && (!stating.has(group) || labelled.has(group)),
      listed: pageLists,
    }
  })
}

/** `GET /endpoint`: it stands for any. */
function isDummy({ definitions }: EndpointGroup): boolean {
  return definitions.every(({ path }) => /^(?:\/api|\/v\d{1,2})*\/(?:(?:your|some|any)-?)?endpoint\/?$/i.test(path))
}

/** Who asks for a token has no scope yet. */
function givesTokens({ definitions }: EndpointGroup): boolean {
  return definitions.every(({ path }) => tokenPath.test(path))
}

const tokenPath =
  /\/(?:oauth2?|oidc|openid(?:-connect)?|connect)(?:\/[^/]+)*\/(?:token|authori[sz]e|revoke|introspect(?:ion)?)\/?$/i

function rolesBySection({ facts }: Document): Map<number, Scope['role'][]> {
  const roles = facts.scopes.filter(({ role }) => role !== 'mention')
  return new Map(
    [...grouped(roles, ({ section }) => section)].map(([section, all]) => [section, all.map((it) => it.role)]),
  )
}

/** "The parameters are the same as [those of /x](…)": what is said there holds here. "This call does not require authentication": none. */
function isSaid({ document: { text, facts }, section }: EndpointGroup): boolean {
  const words = text.slice(...(facts.sections[section]?.range ?? [0, 0]))
  return sameAs.test(words) || needsNone.test(words) || isNotNeeded.test(words)
}

const sameAs = /\bsame as\s{1,3}(?:[\w']{1,12}\s{1,3}){0,3}\[/i
const needsNone =
  /\b(?:(?:does|do)(?: not|n't) (?:require|need)|(?:requires?|needs?|with) no|without)\s{1,3}(?:\w{1,12}\s{1,3}){0,2}(?:authenti\w{1,8}|authori[sz]ation|permissions?|scopes?)\b/i
const isNotNeeded =
  /\b(?:authentication|authori[sz]ation|permissions?|scopes?)\s{1,3}(?:is|are)\s{1,3}not\s{1,3}(?:required|needed|necessary)\b/i

/** A further call below an endpoint that states its scopes needs those, and so does the same endpoint in another section. */
function isStatedAround(
  project: Project,
  { document, section, method, definitions }: EndpointGroup,
  stating: ReadonlySet<EndpointGroup>,
  calls: ReadonlySet<string>,
): boolean {
  const { sections } = document.facts
  const above = sectionsAround(sections, sections[section]?.parent ?? 0).map((it) => project.endpoints.of(document, it))
  return above.some((it) => it && stating.has(it)) || definitions.some(({ path }) => calls.has(`${method} ${path}`))
}

import { sectionsAround } from '../../facts/sections.ts'
import { grouped } from '../../grouped.ts'
import type { Document, Scope } from '../../types.ts'
import type { EndpointGroup } from '../types/groups.ts'
import type { Project } from '../types/project.ts'
import type { EndpointScopes } from '../types/scopes.ts'

/** What an endpoint's own sections say. */
interface Said {
  scopes: Map<string, Scope>
  itself: boolean
  /** Whether more than a sentence says so. */
  isLabelled: boolean
}

/** Those of a document, in its order. */
export function endpointScopes(project: Project, document: Document): EndpointScopes[] {
  const groups = project.endpoints.groups(document).filter((it) => !isDummy(it) && !givesTokens(it))
  const own = new Map(
    groups.map((it): [EndpointGroup, Said] => [it, { scopes: new Map(), itself: false, isLabelled: false }]),
  )
  const ownOf = (section: number) => {
    const group = project.endpoints.of(document, section)
    return group && own.get(group)
  }
  const page = readStatements(document, ownOf)
  for (const scope of document.facts.scopes) {
    if (scope.role === 'mention' || scope.role === 'usage') continue
    const scopes = ownOf(scope.section)?.scopes
    if (scopes && !scopes.has(scope.name)) scopes.set(scope.name, scope)
  }
  const stating = new Set([...own].flatMap(([group, { itself }]) => (itself ? group : [])))
  const calls = new Set(
    [...stating].flatMap(({ method, definitions }) => definitions.map(({ path }) => `${method} ${path}`)),
  )
  return [...own].map(([group, { scopes, itself, isLabelled }]) => {
    const stated = page.states || itself || isSaid(group) || isStatedAround(project, group, stating, calls)
    return {
      group,
      scopes: [...scopes.values()],
      // What explains all scopes may say of some whose they are, and is no habit.
      stated: page.explains || stated,
      itself,
      labelled: stated && (!itself || isLabelled),
      listed: page.lists,
    }
  })
}

/** Takes in what endpoints say, and gives what is said outside of all of them: that holds for the whole page. */
function readStatements(document: Document, ownOf: (section: number) => Said | undefined) {
  const page = { states: false, lists: false, explains: false }
  const roles = rolesBySection(document)
  for (const { section, isSentence } of document.facts.scopeStatements) {
    const said = ownOf(section)
    if (said) {
      said.itself = true
      said.isLabelled ||= !isSentence
    } else if (roles.get(section)?.includes('usage')) page.lists = true
    else if (roles.get(section)?.every((it) => it === 'catalogue')) page.explains = true
    else page.states = true
  }
  return page
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

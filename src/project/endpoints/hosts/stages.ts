import { textBefore, wordIn } from '../../../text.ts'
import type { Document, Host, Link, Range } from '../../../types.ts'
import type { OwnStage } from '../../types/hosts.ts'
import type { Project } from '../../types/project.ts'

/** A label of a host that only a stage has; `test` and `dev` may well be what the product is about. */
const stage = /(?:^|[.-])(?:non-?prod|r?qa\d*|stg\d*|staging|pre-?prod|uat\d*)(?:[.-]|$)/
/** What stands in front of the domain of a site's own stage: where the page is there without it, fewer doubts remain. */
const staged =
  /^(https?:\/\/)(?:preview|staging|stage|stg|pre-?prod|qa|uat)[.-]([a-z0-9-]+(?:\.[a-z0-9-]+)+)(\/[^?#]+)/i
/** A word that a theatre has, too: it says so beside hosts that lack it. */
const theatre = /^stage[.-]|[.-]stage(?=[.-])/
/** What pages call a stage on which readers may try things. */
const stageWord =
  /(?<![\w./:-])(?:sandbox|stag(?:e|ing)|test(?:ing)?|qa|uat|pre-?prod(?:uction)?|non-?prod(?:uction)?|development|demo)(?![\w./:-])/i
/** `Testumgebung`, `i testmiljöerna`, `homologação`: what they are called in languages that make one word of it. */
const stageWordElsewhere =
  /(?:test|staging|stage|demo|acceptatie|entwicklungs|ontwikkel|kehitys|testi|utvecklings|utviklings|udviklings)-?(?:umgebung|omgeving|milj[öøo]|ympärist|server|system|inst|umhverfi)|\b(?:pruebas?|desarrollo|homologa|testes?\b|recette|développement|sviluppo|collaudo|testow)|тестов|测试|測試|沙[箱盒]|テスト|開発|検証|테스트|개발/i
/** `staging.myapp.com` is the reader's own. */
const readers =
  /(?:^|[.-])(?:my|your)-?(?:api|app|application|brand|business|company|corp|domain|org|organi[sz]ation|product|project|saas|service|shop|site|store|team|website)\.[a-z]{2,}$/
const fence = /^[ \t]*(?:```|~~~)/m

/** How far from a host its page is searched for it: a limit, for a hostile page may have a stage in every line. */
const reach = 50_000

export function isStage(name: string): boolean {
  return stage.test(name)
}

/** `api.acme.com` for `api-stage.acme.com`: what a host is called that is none, if that may be a stage. */
export function withoutStage(name: string): string | undefined {
  const plain = name.replace(theatre, '')
  return plain !== name && plain.split('.').length > 2 ? plain : undefined
}

/** Whether readers are to see a stage: it is their own, or the page speaks of it. */
export function isMeant(document: Document, host: Host): boolean {
  return readers.test(host.name) || isBesideOther(document, host) || isSpokenOf(document, host)
}

/** A block that has the host of another stage, too, is about stages. */
function isBesideOther({ text }: Document, { name, range }: Host): boolean {
  const others = around(text, range, 500, fence).matchAll(/:\/\/([a-z0-9.-]{4,100})/gi)
  return [...others].some(([, it = '']) => {
    const other = it.toLowerCase()
    return other !== name && !isStage(other) && familyOf(other) === familyOf(name)
  })
}

/**
 * `Sandbox | https://api.nonprod.harbour.io`: a line that calls it a stage; `profile === 'staging'`, or "use the staging
 * server", near any place of it: whoever has the word for it means it.
 */
function isSpokenOf({ text }: Document, { name, range }: Host): boolean {
  const line = around(text, range, 300, '\n')
  if (stageWord.test(line) || stageWordElsewhere.test(line)) return true
  const word = /[a-z]+(?:-[a-z]+)?/.exec((stage.exec(name) ?? theatre.exec(name))?.[0] ?? '')?.[0]
  if (word === undefined) return false
  const said = new RegExp(`\\b${word}\\b`, 'i')
  const page = text.slice(Math.max(0, range[0] - reach), range[1] + reach)
  // It is rare, so there are few places.
  for (let at = page.indexOf(name), places = 0; at >= 0 && places < 5; at = page.indexOf(name, at + 1), places++) {
    const near = page.slice(Math.max(0, at - 400), at + 400)
    if (said.test(near.replace(/\S{0,99}:\/\/\S*|[\w.-]+\.[a-z]{2,}/gi, ''))) return true
  }
  return false
}

/** What stands around a place, up to the nearest mark on either side. */
function around(text: string, [start, end]: Range, length: number, mark: RegExp | string): string {
  const before = textBefore(text, start, length).split(mark).at(-1)
  const [after] = text.slice(end, end + length).split(mark, 1)
  return `${before}\n${after}`
}

/** `staging-api.acme.com` and `api.acme.com` are of one, as are `acme-staging.com` and `acme.com`. */
function familyOf(name: string): string {
  return name.replace(stage, '.').split('.').slice(-2).join('.')
}

/** A stage that readers cannot mean to get to: of this very site, or of what they read. */
export function ownStage(project: Project, document: Document, link: Link): OwnStage | undefined {
  if (link.kind !== 'link' || !link.url.includes('://')) return undefined
  return stageOfSite(project, document, link) ?? stageOfText(document, link)
}

/** `https://preview.docs.example/a.html`, where `https://docs.example/a.html` is a page, or a file, of this very site. */
function stageOfSite(project: Project, document: Document, { kind, url, range }: Link): OwnStage | undefined {
  const [, scheme = '', meant = '', path = ''] = staged.exec(url) ?? []
  const target = meant === '' ? undefined : project.resolve(document, { kind, url: scheme + meant + path }).kind
  if (target !== 'document' && target !== 'file') return undefined
  const name = url.slice(scheme.length, url.indexOf('/', scheme.length))
  const at = wordIn(document.text, name, range)
  return at && { range: at, name, meant, what: target === 'file' ? 'file' : 'page' }
}

/** `[https://api.acme.com](https://api.staging.acme.com/pots)`: readers see another host than the one that they get to. */
function stageOfText(document: Document, { url, text, urlRange }: Link): OwnStage | undefined {
  const meant = hostOf(text.trim())
  const name = meant === undefined ? undefined : hostOf(url)
  if (meant === undefined || name === undefined || meant === name) return undefined
  if (!isStage(name) || isStage(meant) || familyOf(name) !== familyOf(meant)) return undefined
  const at = wordIn(document.text, name, urlRange)
  return at && !isSpokenOf(document, { name, range: at }) ? { range: at, name, meant, what: 'text' } : undefined
}

function hostOf(url: string): string | undefined {
  return /^https?:\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?=[/?#]|$)/i.exec(url)?.[1]?.toLowerCase()
}

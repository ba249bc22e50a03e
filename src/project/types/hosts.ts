import type { Document, Host, Link, Range } from '../../types.ts'

export interface HostIndex {
  /** The host that was meant, for a rare name where one like it stands many times, or in the project's table of hosts. */
  meant(host: Host): string | undefined
  /** What keeps readers out: a test stage that the project mentions in passing, the writer's own machine, or the mock that a contract was tried on. */
  inside(
    document: Document,
    host: Host,
  ): 'a test stage' | 'a mock' | 'inside a network' | 'the machine of who wrote it' | undefined
  /** Addresses that only the writer reaches, in endpoints of an API that is elsewhere, and in what it answers. */
  ownMachines(document: Document): readonly OwnMachine[]
  /** Whether a link or an image leads into a folder of who wrote the page. */
  isOwnFolder(document: Document, link: Link): boolean
  /** The stage of the document's own site that a link leads to, or of the host that it shows. */
  ownStage(document: Document, link: Link): OwnStage | undefined
}

export interface OwnMachine {
  at: Range
  /** With its port. */
  name: string
  what: 'inside a network' | 'the machine of who wrote it'
}

/** The stage of a site that a link leads to, where the site has the page itself. */
export interface OwnStage {
  range: Range
  name: string
  meant: string
  /** What of it the site has, or where the right host stands. */
  what: 'page' | 'file' | 'text'
}

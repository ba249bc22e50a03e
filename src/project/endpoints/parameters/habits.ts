/** What the sections of some pages do about the parameters of their paths. */
export interface Tally {
  documented: number
  missing: number
  /** Sections with a parameter in the path that list parameters, and those that list none. */
  listing: number
  bare: number
}

export function newTally(): Tally {
  return { documented: 0, missing: 0, listing: 0, bare: 0 }
}

/** Whether a parameter that a section leaves out was forgotten. */
export function isHabit(folder: Tally, all: Tally): boolean {
  return (folder.documented >= folder.missing || folder.missing < 3) && all.documented >= 5 * all.missing
}

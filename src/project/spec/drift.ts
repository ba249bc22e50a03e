import type { Documented, Input, Operation } from '../types/contracts.ts'
import type { Project } from '../types/project.ts'
import type { Inputs } from './request.ts'
import type { Told } from './told.ts'

/** A section beside the operation that it documents. */
export interface DriftContext {
  project: Project
  it: Documented
  told: readonly Told[]
  operation: Operation
  inputs: Inputs
  /** What the section's tables leave out, parameters of the path aside. */
  free: readonly Input[]
  /** How many of their names stand in the contract's query. */
  known: number
  /** Names of the parameters in the section's own paths. */
  inPath: ReadonlySet<string>
}

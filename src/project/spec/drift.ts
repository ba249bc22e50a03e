import type { Range } from '../../types.ts'
import type { Project } from '../index.ts'
import type { Documented } from './matching.ts'
import type { Operation } from './operations.ts'
import type { Input, Inputs } from './request.ts'
import type { Told } from './told.ts'

/** A parameter that page and contract describe differently. */
export interface ParameterDrift {
  kind: 'name' | 'type' | 'required' | 'default' | 'value' | 'place' | 'extra' | 'missing'
  at: Range
  name: string
  /** What the page says of it; '' where its name alone says it. */
  documented: string
  /** What the contract says. */
  specified: string
  operation: Operation
  input?: Input
  /** Nothing in the section confirms it: the contract has to have the name in its other operations. */
  byHabit?: boolean
  /** Further names of the section that the operation lacks as it lacks all of its kind. */
  more?: readonly string[]
}

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

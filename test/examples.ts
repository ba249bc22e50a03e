import { readFileSync } from 'node:fs'
import { type Example, readExamples as read } from '../src/testing.ts'

/** The examples of a page of this project. */
export function readExamples(path: string): Example[] {
  return read(readFileSync(path, 'utf8'))
}

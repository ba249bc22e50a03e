import { byCodeUnit } from '../text.ts'
import type { Document } from '../types.ts'
import type { Project } from './types/project.ts'

/** Whether a file was not read, so that anything may stand in it. */
export function isUnread({ facts }: Document): boolean {
  return facts.problems.some(({ kind }) => kind === 'unreadable' || kind === 'limit')
}

/** Answers must not hang on the order in which files were read. */
export function sortedDocuments({ documents }: Pick<Project, 'documents'>): Document[] {
  return [...documents.values()].sort((a, b) => byCodeUnit(a.path, b.path))
}

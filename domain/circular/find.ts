import { type Code, codes } from '../messages/codes.ts'
import type { Bilingual, Level, Problem } from '../messages/problem.ts'

/** Writes one problem: code, path, finding in Indonesian and English; what to do where it is not as usual for the code. */
export type Find = (level: Level, code: Code, path: string, id: string, en: string, fix?: Bilingual) => void

/** Collects what is found into a list. */
export const findInto =
  (problems: Problem[]): Find =>
  (level, code, path, id, en, fix = codes[code].fix) =>
    problems.push({ level, code, path, finding: { id, en }, fix })

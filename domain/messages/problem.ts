/** What is wrong with a document or a data file: what happened, which rule, what to do next, in both languages. */

/** The same words in Indonesian and English. */
export interface Bilingual {
  readonly id: string
  readonly en: string
}

export type Level = 'error' | 'warning' | 'question'

export interface Problem {
  readonly code: string
  readonly level: Level
  /** Where in the document, by keys: `clauses.c3.over`. */
  readonly path: string
  readonly finding: Bilingual
  readonly fix: Bilingual
  readonly file?: string
  readonly line?: number
  readonly column?: number
}

const levelWords: Record<Level, string> = { error: 'kesalahan', warning: 'peringatan', question: 'pertanyaan' }

/** One line for people: place, code, finding then fix, Indonesian then English (circular-language, section 12). */
export const problemLine = ({ file, line, column, code, level, finding, fix }: Problem): string =>
  `${file ?? '-'}:${line ?? 1}:${column ?? 1}: ${code} ${levelWords[level]}: ${finding.id} ${fix.id} / ${level}: ${finding.en} ${fix.en}`

/** An expected end of a command before its answer: one line for each reason, and the exit code. */
import { type Problem, problemLine } from '@piket/domain/messages/problem.ts'

/** Exit codes (circular-language, section 12). */
export const exits = { done: 0, negative: 1, usage: 2, input: 3, refused: 4, bug: 70 } as const

/** What is wrong, apart from where in a document. */
export type Reason = Pick<Problem, 'code' | 'finding' | 'fix'> & Partial<Problem>

export class Refused extends Error {
  readonly reasons: readonly Reason[]
  readonly exit: number
  constructor(exit: number, ...reasons: readonly Reason[]) {
    super(reasons[0]?.finding.en ?? '')
    this.exit = exit
    this.reasons = reasons
  }
}

/** The line of a reason: with file, line and column where it has them, else after the name of the file or the program. */
export function lineOf(reason: Reason): string {
  const problem = { level: 'error', path: '', ...reason } as const
  const line = problemLine(problem)
  return problem.line === undefined ? line.replace(/^.*?:1:1: /, `${problem.file ?? 'piket'}: `) : line
}

/** Wrong usage: PKT-001, exit 2. */
export const wrongUsage = (id: string, en: string, fix: Reason['fix'] = seeHelp): Refused =>
  new Refused(exits.usage, { code: 'PKT-001', finding: { id, en }, fix })

const seeHelp = { id: 'Lihat piket --help.', en: 'See piket --help.' }

/** A file that cannot be read: PKT-002, exit 3. */
export const unreadable = (file: string, id: string, en: string): Refused =>
  new Refused(exits.input, {
    code: 'PKT-002',
    file,
    finding: { id, en },
    fix: { id: 'Periksa nama dan izin berkas itu.', en: 'Check the name of the file and its permissions.' },
  })

/** The reason why the system gave a file up. */
export function systemReason(error: unknown): { id: string; en: string } {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOENT') return { id: 'Tidak ada.', en: 'It does not exist.' }
  if (code === 'EACCES' || code === 'EPERM') return { id: 'Tidak diizinkan.', en: 'Permission denied.' }
  if (code === 'EISDIR') return { id: 'Ini folder, bukan berkas.', en: 'This is a folder, not a file.' }
  if (code === 'ENOTDIR') return { id: 'Ini berkas, bukan folder.', en: 'This is a file, not a folder.' }
  if (code === 'ENOSPC') return { id: 'Tempat penyimpanan penuh.', en: 'No space is left.' }
  return { id: `Galat sistem ${code ?? ''}.`, en: `System error ${code ?? ''}.` }
}

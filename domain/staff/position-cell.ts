import { type Cell, warning } from './cell.ts'
import { type Position, positionOf, positions } from './positions.ts'

export interface Post {
  /** A code of the list; a region may use codes of its own, which come back as they were written. */
  readonly code: Position | string
  /** The title as printed, where a title was given. */
  readonly title: string | null
}

/** A code or a title. A title that no code begins becomes `staf` and is listed. */
export const position: Cell<Post> = {
  read(text) {
    if (Object.hasOwn(positions, text)) return { value: { code: text, title: null } }
    const code = positionOf(text)
    return code ? { value: { code, title: text } } : { value: { code: 'staf', title: text }, note: becomesStaff(text) }
  },
  write: ({ code }) => code,
}

const becomesStaff = (text: string) =>
  warning(
    'PKT-809',
    {
      id: `Jabatan "${text}" tidak ada dalam daftar dan menjadi staf.`,
      en: `The post "${text}" is not listed; it becomes staf.`,
    },
    { id: 'Tulis kode jabatan bila bukan staf.', en: 'Write the code of the post if it is another.' },
  )

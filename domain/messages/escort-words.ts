import type { EscortState } from '../escort/standing.ts'
import type { Bilingual } from './problem.ts'

/** How a team that was asked along stands. */
export const escortWords: Readonly<Record<EscortState, Bilingual>> = {
  proposed: { id: 'Menunggu jawaban', en: 'Waiting for an answer' },
  accepted: { id: 'Bersedia', en: 'Comes' },
  handed_on: { id: 'Diserahkan', en: 'Handed on' },
  attended: { id: 'Hadir', en: 'Was there' },
  absent: { id: 'Tidak hadir', en: 'Was not there' },
}

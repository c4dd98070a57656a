import type { Setting } from '../activity/activity.ts'
import type { Bilingual } from './problem.ts'

/** Where an activity takes place. */
export const settingWords: Readonly<Record<Setting, Bilingual>> = {
  office: { id: 'Di kantor', en: 'In an office' },
  meeting: { id: 'Rapat di tempat lain', en: 'A meeting elsewhere' },
  village: { id: 'Di desa atau kelurahan', en: 'In a village' },
}

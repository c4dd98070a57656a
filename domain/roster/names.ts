/** How clauses, leave and counters of a roster are called in a sentence. */
import type { Day } from '../calendar/day.ts'
import type { Circular } from '../circular/schema.ts'
import { citation } from '../decision/explain.ts'
import type { Bilingual } from '../messages/problem.ts'
import { positionWords, wordFor } from '../messages/words.ts'
import { individualClause } from './roster-input.ts'
import type { RosterNames } from './sentence.ts'

const ownNames: Readonly<Record<string, Bilingual>> = {
  leave: { id: 'cuti', en: 'leave' },
  travel: { id: 'dinas luar', en: 'official travel' },
  education: { id: 'tugas belajar', en: 'study' },
  office: { id: 'kerja biasa di kantor', en: 'ordinary work at the office' },
  other_office: { id: 'kerja di kantor lain', en: 'work at another office' },
  conflict: { id: 'ketentuan yang bertentangan', en: 'rules that contradict each other' },
  undetermined: { id: 'ketentuan yang belum jelas', en: 'rules that are not settled' },
  home: { id: 'kerja di rumah', en: 'work at home' },
  field: { id: 'tugas lapangan', en: 'field work' },
  recall: { id: 'panggilan ke kantor', en: 'a recall to the office' },
  off: { id: 'hari libur', en: 'days off' },
  [individualClause]: { id: 'pegawai yang tidak tersedia', en: 'staff who are not available' },
  service: { id: 'standar layanan', en: 'the service standard' },
  'no-quota': { id: 'tanpa kuota', en: 'no quota' },
}

export interface NamesGiven {
  /** Days of the roster. */
  readonly days: readonly Day[]
  /** Documents by id; one that is missing is called by its id. */
  readonly documents: ReadonlyMap<string, Circular>
  /** The name of a unit by its path. */
  readonly unitName: (unit: string) => string
}

/** Clauses with their document, and counters as lineups name them: `disdukcapil/pelayanan#ktp staf`. */
export const rosterNames = ({ days, documents, unitName }: NamesGiven): RosterNames => ({
  days,
  clause: (name) => {
    const own = ownNames[name]
    if (own) return own
    const cut = name.lastIndexOf('/')
    if (cut < 0) return { id: name, en: name }
    const document = name.slice(0, cut)
    const cited = citation(documents.get(document), document)
    return { id: `butir ${name.slice(cut + 1)}`, en: `clause ${name.slice(cut + 1)}`, of: cited }
  },
  part: (part) => {
    const [per = '', ...name] = part.split(':')
    const of = name.join(':')
    if (per === 'sub_unit' || per === 'team') return { id: unitName(of), en: unitName(of) }
    if (per === 'room') return { id: `ruang ${of}`, en: `room ${of}` }
    return per === 'workplace' ? { id: `tempat kerja ${of}`, en: `workplace ${of}` } : undefined
  },
  position: (position) => {
    const [unit = position, counter = ''] = (position.split('~', 1)[0] as string).split('#', 2)
    const [service = '', post] = counter.split(' ', 2)
    const who = post === undefined ? { id: 'pegawai', en: 'staff' } : wordFor(positionWords, post)
    const what = service.replaceAll('_', ' ')
    return {
      id: `${who.id} untuk layanan ${what}, ${unitName(unit)}`,
      en: `${who.en} for the service ${what}, ${unitName(unit)}`,
    }
  },
})

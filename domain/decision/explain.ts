/** A row in words, in one fixed order (circular-language, section 11). */
import type { Day } from '../calendar/day.ts'
import { citeWords } from '../circular/cite-words.ts'
import { readingWords } from '../circular/reading-words.ts'
import type { Circular } from '../circular/schema.ts'
import type { UnitName } from '../circular/speech.ts'
import { clockWords, dayWords } from '../messages/day-words.ts'
import type { Bilingual } from '../messages/problem.ts'
import { undeterminedWords } from '../messages/undetermined-words.ts'
import {
  forceWords,
  kindWords,
  letterWords,
  ordererWords,
  placeWords,
  recipientWords,
  wordFor,
} from '../messages/words.ts'
import type { Asked } from './decide-at.ts'
import { otherPlace, type Place, type Row } from './row.ts'
import type { Truth } from './truth.ts'

export type StepKind =
  | 'place'
  | 'clause'
  | 'override'
  | 'set_aside'
  | 'not_reached'
  | 'unknown'
  | 'differs'
  | 'missing_letter'
  | 'pending'
  | 'reading'
  | 'undetermined'
  | 'known'

/** One step of an explanation. `document` and `clause` are null where none is cited; a reading cites its question. */
export interface Step {
  readonly step: StepKind
  readonly document: string | null
  readonly clause: string | null
  readonly truth: Truth
  readonly text: Bilingual
}

/** Documents by id, as they read on the day of the row. */
export type Documents = ReadonlyMap<string, Circular>

/**
 * The steps that led to a row: place and strength; live clauses; clauses set aside; clauses that do not reach the
 * person; documents that differ; letters missing; other readings; what is unknown and whom to ask; knowledge time.
 * @param asked how each placement clause was asked for the person, as `askedAt` returns it
 * @param unitName how a unit is called; its id where nobody says
 */
export function explain(
  row: Row,
  asked: readonly Asked[],
  documents: Documents,
  unitName: UnitName = (unit) => unit,
): Step[] {
  const cited = (circular: string) => citation(documents.get(circular), circular)
  return [
    placeStep(row, documents),
    ...row.clause.map((clause) => clauseStep(row.circular ?? '', clause, documents)),
    ...(row.override ? [overrideStep(row.override)] : []),
    ...row.set_aside.map(
      ({ circular, clause, by }): Step => ({
        step: 'set_aside',
        document: circular,
        clause,
        truth: true,
        text:
          by.length === 0
            ? {
                id: `Butir ${clause} dikesampingkan butir yang menyangkut keterangan pribadi.`,
                en: `Clause ${clause} is set aside by one on individual particulars.`,
              }
            : {
                id: `Butir ${clause} dikesampingkan oleh butir ${by.join(', ')}.`,
                en: `Clause ${clause} is set aside by clause ${by.join(', ')}.`,
              },
      }),
    ),
    ...asked
      .filter(({ truth }) => truth !== true)
      .map(({ circular, clause, truth }) => unreachedStep(circular, clause, truth, cited(circular))),
    ...row.conflicts.map(
      ({ circular, clause, place, kind }): Step => ({
        step: 'differs',
        document: circular,
        clause,
        truth: true,
        text: {
          id: `${cited(circular).id} butir ${clause} mengatakan lain: ${wordFor(placeWords, place).id} (${conflictWords[kind].id}).`,
          en: `${cited(circular).en} clause ${clause} says otherwise: ${wordFor(placeWords, place).en} (${conflictWords[kind].en}).`,
        },
      }),
    ),
    ...row.missing.map(
      ({ circular, clause, letter }): Step => ({
        step: 'missing_letter',
        document: circular,
        clause,
        truth: false,
        text: {
          id: `Butir ${clause} belum berlaku: ${wordFor(letterWords, letter).id} belum ada.`,
          en: `Clause ${clause} does not apply yet: there is no ${wordFor(letterWords, letter).en}.`,
        },
      }),
    ),
    ...row.pending.map(
      (circular): Step => ({
        step: 'pending',
        document: circular,
        clause: null,
        truth: null,
        text: {
          id: `${cited(circular).id} menunggu penetapan mulai berlakunya.`,
          en: `${cited(circular).en} waits for its start to be declared.`,
        },
      }),
    ),
    ...row.readings.map((reading) => readingStep(reading, row.place, documents, unitName)),
    ...(row.undetermined ? [undeterminedStep(row.undetermined)] : []),
    {
      step: 'known',
      document: null,
      clause: null,
      truth: true,
      text: knownText(row.known),
    },
  ]
}

function knownText(known: Row['known']): Bilingual {
  const day = dayWords(known.slice(0, 10) as Day)
  const time = known.length > 10 ? clockWords(known.slice(11, 16)) : { id: '', en: '' }
  return {
    id: `Diketahui per ${day.id} ${time.id}`.trimEnd().concat('.'),
    en: `Known as of ${day.en} ${time.en}`.trimEnd().concat('.'),
  }
}

const conflictWords = {
  within: { id: 'dua butir bertabrakan', en: 'two clauses collide' },
  between: { id: 'diatur surat lain', en: 'another document' },
  binding: { id: 'butir mengikat', en: 'a binding clause' },
  declined: { id: 'dikesampingkan daerah', en: 'declined by the region' },
} as const

/** A document as it is cited: kind and number, or day, when the number is not known. */
export function citation(doc: Circular | undefined, id: string): Bilingual {
  if (!doc) return { id, en: id }
  const kind = kindWords[doc.kind]
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
  const { id: named, en } = doc.number === null ? withoutNumber(doc) : { id: doc.number, en: doc.number }
  return { id: `${capital(kind.id)} ${named}`, en: `${capital(kind.en)} ${en}` }
}

/** A document whose number is not recorded is told by its day, or by its title. */
function withoutNumber({ issued_on, presented_on, title }: Circular): Bilingual {
  const day = issued_on ?? presented_on
  if (day) {
    const { id, en } = dayWords(day as Day)
    return { id: `tanggal ${id}`, en: `of ${en}` }
  }
  return { id: `"${title}"`, en: `"${title}"` }
}

const headlines: Partial<Record<Place, Bilingual>> = {
  office: { id: 'Di kantor', en: 'At the office' },
  home: { id: 'Di rumah', en: 'At home' },
  rotate: { id: 'Bergantian menurut jadwal', en: 'In turns, as the roster says' },
  field: { id: 'Di lapangan', en: 'In the field' },
  other_office: { id: 'Di kantor lain', en: 'At another office' },
  off: { id: 'Bukan hari kerja.', en: 'Not a working day.' },
  leave: { id: 'Sedang cuti; surat edaran tidak menjangkau cuti.', en: 'On leave; circulars do not reach leave.' },
  travel: { id: 'Sedang dinas luar.', en: 'On official travel.' },
  education: { id: 'Sedang tugas belajar.', en: 'On study.' },
  conflict: {
    id: 'Dua ketentuan bertabrakan; belum dapat ditentukan.',
    en: 'Two rules collide; no place can be given.',
  },
  undetermined: { id: 'Belum dapat ditentukan.', en: 'Cannot be determined yet.' },
}

function placeStep(row: Row, documents: Documents): Step {
  const headline = headlines[row.place] ?? wordFor(placeWords, row.place)
  return { step: 'place', document: row.circular, clause: null, truth: true, text: placeText(row, headline, documents) }
}

function placeText(row: Row, headline: Bilingual, documents: Documents): Bilingual {
  if (headline.id.endsWith('.')) return headline
  if (row.override) return { id: `${headline.id}, menurut perintah.`, en: `${headline.en}, by order.` }
  if (row.circular === null)
    return {
      id: 'Tidak ada butir yang mengatur; bekerja seperti biasa di kantor.',
      en: 'No clause speaks; ordinary work at the office.',
    }
  const doc = documents.get(row.circular)
  const cited = citation(doc, row.circular)
  const force = forceWords[row.force]
  // In the public view a document may decide without a clause.
  if (row.clause.length === 0)
    return {
      id: `${headline.id} (${force.id}) menurut ${cited.id}, menyangkut keterangan pribadi.`,
      en: `${headline.en} (${force.en}) by ${cited.en}, on individual particulars.`,
    }
  const clauses = row.clause.join(', ')
  const inTurns = doc?.clauses.some(
    (one) => one.kind === 'placement' && one.place === 'rotate' && row.clause.includes(one.id),
  )
  if (inTurns && (row.place === 'office' || row.place === 'home')) {
    const turn =
      row.place === 'office'
        ? { id: 'Di kantor, karena giliran', en: 'At the office: it is the turn' }
        : { id: 'Di rumah, karena bukan giliran kantor', en: 'At home: it is not the turn for the office' }
    return { id: `${turn.id} (butir ${clauses} ${cited.id}).`, en: `${turn.en} (clause ${clauses} of ${cited.en}).` }
  }
  return {
    id: `${headline.id} (${force.id}) menurut butir ${clauses} ${cited.id}.`,
    en: `${headline.en} (${force.en}) by clause ${clauses} of ${cited.en}.`,
  }
}

function clauseStep(circular: string, clause: string, documents: Documents): Step {
  const doc = documents.get(circular)
  const found = doc?.clauses.find(({ id }) => id === clause)
  const reason = found?.reason
  const cite = doc && found ? citeWords(doc, found.cite) : undefined
  const [id, en] = cite ? [` (${cite.id})`, ` (${cite.en})`] : ['', '']
  return {
    step: 'clause',
    document: circular,
    clause,
    truth: true,
    text: {
      id: `Butir ${clause}${id} mengenai pegawai ini${reason ? `, karena ${reason}` : ''}.`,
      en: `Clause ${clause}${en} applies${reason ? `, because: ${reason}` : ''}.`,
    },
  }
}

/** An order in words: what, and by whom. */
export function orderSentence({ do: order, by }: NonNullable<Row['override']>): Bilingual {
  const who = wordFor(ordererWords, by)
  return order === 'recall'
    ? { id: `Dipanggil ke kantor oleh ${who.id}.`, en: `Called to the office by order of ${who.en}.` }
    : { id: `Ditugaskan ke lapangan oleh ${who.id}.`, en: `Sent to the field by order of ${who.en}.` }
}

const overrideStep = (override: NonNullable<Row['override']>): Step => ({
  step: 'override',
  document: null,
  clause: null,
  truth: true,
  text: orderSentence(override),
})

const unreachedStep = (circular: string, clause: string, truth: Truth, cited: Bilingual): Step => ({
  step: truth === null ? 'unknown' : 'not_reached',
  document: circular,
  clause,
  truth,
  text:
    truth === null
      ? {
          id: `${cited.id} butir ${clause}: belum diketahui apakah mengenai.`,
          en: `${cited.en} clause ${clause}: not known whether it applies.`,
        }
      : { id: `${cited.id} butir ${clause}: tidak mengenai.`, en: `${cited.en} clause ${clause}: does not apply.` },
})

/** `document/question.reading=place` */
function readingStep(other: string, place: Place, documents: Documents, unitName: UnitName): Step {
  const { document = '', question = '', reading: name = '', place: there = '' } = otherPlace(other) ?? {}
  const where = wordFor(placeWords, there)
  const doc = documents.get(document)
  const asked = doc?.open_questions.find(({ id }) => id === question)
  const reading = asked?.readings.find(({ id }) => id === name)
  const said = doc && reading ? readingWords(doc, reading, unitName) : []
  const read = (language: keyof Bilingual) => said.map((one) => one[language]).join('; ') || (reading?.note ?? name)
  const named = asked === undefined ? question : `"${asked.text}"`
  // Another reading is listed where it changes the place or, with the same place, how strongly it is said.
  const outcome =
    there === place
      ? {
          id: `tempatnya tetap (${where.id}), tetapi wajib, dianjurkan, atau bolehnya berubah`,
          en: `the place stays (${where.en}), but whether it must, should or may be changes`,
        }
      : { id: `tempatnya menjadi ${where.id}`, en: `the place becomes ${where.en}` }
  return {
    step: 'reading',
    document,
    clause: question,
    truth: null,
    text: {
      id: `Bila pertanyaan ${named} dijawab lain (${read('id')}), ${outcome.id}.`,
      en: `If question ${named} is answered otherwise (${read('en')}), ${outcome.en}.`,
    },
  }
}

function undeterminedStep(undetermined: NonNullable<Row['undetermined']>): Step {
  const why = undeterminedWords(undetermined.reason)
  const whom = undetermined.ask === null ? undefined : wordFor(recipientWords, undetermined.ask)
  return {
    step: 'undetermined',
    document: null,
    clause: null,
    truth: null,
    text: {
      id: `Belum dapat ditentukan: ${why.id}.${whom ? ` Tanyakan kepada ${whom.id}.` : ''}`,
      en: `Cannot be determined: ${why.en}.${whom ? ` Ask ${whom.en}.` : ''}`,
    },
  }
}

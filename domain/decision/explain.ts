/** A row in words, in one fixed order (circular-language, section 11). */
import type { Circular } from '../circular/schema.ts'
import type { Bilingual } from '../messages/problem.ts'
import { forceWords, kindWords, letterWords, placeWords, recipientWords, wordFor } from '../messages/words.ts'
import type { Asked } from './decide-at.ts'
import { individualReason } from './public-view.ts'
import type { Place, Row, Undetermined } from './row.ts'
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
 */
export function explain(row: Row, asked: readonly Asked[], documents: Documents): Step[] {
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
                id: `Butir ${clause} dikesampingkan karena alasan pribadi.`,
                en: `Clause ${clause} is set aside for an individual reason.`,
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
    ...row.readings.map((reading) => readingStep(reading, documents)),
    ...(row.undetermined ? [undeterminedStep(row.undetermined)] : []),
    {
      step: 'known',
      document: null,
      clause: null,
      truth: true,
      text: { id: `Diketahui per ${row.known.replace('T', ' ')}.`, en: `Known as of ${row.known.replace('T', ' ')}.` },
    },
  ]
}

const conflictWords = {
  within: { id: 'dua butir bertabrakan', en: 'two clauses collide' },
  between: { id: 'diatur surat lain', en: 'another document' },
  binding: { id: 'butir mengikat', en: 'a binding clause' },
  declined: { id: 'dikesampingkan daerah', en: 'declined by the region' },
} as const

/** A document as it is cited: kind and number, or its id when the number is not known. */
export function citation(doc: Circular | undefined, id: string): Bilingual {
  if (!doc) return { id, en: id }
  const kind = kindWords[doc.kind]
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
  const number = doc.number ?? id
  return { id: `${capital(kind.id)} ${number}`, en: `${capital(kind.en)} ${number}` }
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
      id: `${headline.id} (${force.id}), karena alasan pribadi menurut ${cited.id}.`,
      en: `${headline.en} (${force.en}), for an individual reason by ${cited.en}.`,
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
  const cite = found ? ` (${found.cite})` : ''
  return {
    step: 'clause',
    document: circular,
    clause,
    truth: true,
    text: {
      id: `Butir ${clause}${cite} mengenai Anda${reason ? `, karena ${reason}` : ''}.`,
      en: `Clause ${clause}${cite} applies${reason ? `, because: ${reason}` : ''}.`,
    },
  }
}

const overrideStep = ({ do: order, by }: NonNullable<Row['override']>): Step => ({
  step: 'override',
  document: null,
  clause: null,
  truth: true,
  text:
    order === 'recall'
      ? { id: `Dipanggil ke kantor oleh ${by}.`, en: `Called to the office by ${by}.` }
      : { id: `Ditugaskan ke lapangan oleh ${by}.`, en: `Sent to the field by ${by}.` },
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
function readingStep(other: string, documents: Documents): Step {
  const [, document = '', question = '', reading = '', place = ''] = /^(.*)\/([^/.]+)\.(.*)=(.*)$/.exec(other) ?? []
  const where = wordFor(placeWords, place)
  const asked = documents.get(document)?.open_questions.find(({ id }) => id === question)?.text
  const named = asked === undefined ? question : `${question} ("${asked}")`
  return {
    step: 'reading',
    document,
    clause: question,
    truth: null,
    text: {
      id: `Jawaban lain atas pertanyaan ${named}, yaitu ${reading}, akan mengubahnya menjadi: ${where.id}.`,
      en: `Another answer to question ${named}, namely ${reading}, would make it: ${where.en}.`,
    },
  }
}

const unknownWords: Record<string, Bilingual> = {
  birth_date: { id: 'tanggal lahir belum dicatat', en: 'the date of birth is not recorded' },
  sector: { id: 'sektor unit belum dicatat', en: 'the sector of the unit is not recorded' },
  top_echelons: { id: 'jenjang unit belum dicatat', en: 'the levels of the unit are not recorded' },
}

const undeterminedWords: Record<Undetermined['code'], Bilingual> = {
  attribute_unknown: {
    id: 'ada keterangan pegawai yang belum dicatat',
    en: 'a particular of the person is not recorded',
  },
  status_unknown: {
    id: 'status daerah yang menentukan belum dicatat',
    en: 'the outside status that decides is not recorded',
  },
  table_gap: { id: 'tidak ada baris tabel yang cocok', en: 'no row of the table fits' },
  table_overlap: { id: 'lebih dari satu baris tabel cocok', en: 'more than one row of the table fits' },
  not_decided: {
    id: 'surat menyerahkannya kepada pejabat yang belum memutuskan',
    en: 'the document leaves it to somebody who has not decided',
  },
}

/** Why no answer can be given, in words; health stays private, so that no individual attribute is named. */
function whyUndetermined({ code, reason }: Undetermined): Bilingual {
  if (reason.includes('attribute ') || reason === individualReason)
    return { id: 'ada alasan pribadi yang belum dipastikan', en: 'an individual reason is not settled' }
  return Object.entries(unknownWords).find(([key]) => reason.startsWith(key))?.[1] ?? undeterminedWords[code]
}

function undeterminedStep(undetermined: Undetermined): Step {
  const why = whyUndetermined(undetermined)
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

/** A row in words, in one fixed order (circular-language, section 11). */
import type { Day } from '../calendar/day.ts'
import { citeWords } from '../circular/cite-words.ts'
import type { Circular } from '../circular/schema.ts'
import type { UnitName } from '../circular/speech.ts'
import { clockWords, dayWords } from '../messages/day-words.ts'
import type { Bilingual } from '../messages/problem.ts'
import { forceWords, holderWords, kindWords, letterWords, placeWords, wordFor } from '../messages/words.ts'
import type { ActingRecord } from '../staff/facts.ts'
import { actingSentence, actingTitle } from './acting.ts'
import type { Asked } from './decide-at.ts'
import { consequenceSteps } from './explain-consequences.ts'
import { readingStep, undeterminedStep } from './explain-open.ts'
import type { ClauseRef, Place, Row } from './row.ts'
import type { Truth } from './truth.ts'

export type StepKind =
  | 'place'
  | 'clause'
  | 'acting'
  | 'left_open'
  | 'override'
  | 'set_aside'
  | 'not_reached'
  | 'unknown'
  | 'differs'
  | 'missing_letter'
  | 'pending'
  | 'reading'
  | 'undetermined'
  | 'hours'
  | 'duty'
  | 'ban'
  | 'service'
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

export interface ExplainOptions {
  /** How a unit is called; its id where nobody says. */
  readonly unitName?: UnitName
  /** Why the published roster leaves the day open. Said of those who wait for their turn, not of others. */
  readonly leftOpen?: Bilingual | undefined
  /** The acting posts of the day, and the unit in which their holder is posted. */
  readonly acting?: { readonly posts: readonly ActingRecord[]; readonly unit: string }
}

/** What all of them say alike; null: they differ, or there are none. */
const sameOf = (all: readonly (Bilingual | null)[]): Bilingual | null =>
  all.every((one) => one?.id === all[0]?.id) ? (all[0] ?? null) : null

/**
 * The steps that led to a row: place and strength; acting posts; live clauses; why turns could not be drawn; an order;
 * clauses set aside; clauses that do not reach the person; documents that differ; letters missing; other readings; what
 * is unknown and whom to ask; hours, duties, bans and services; knowledge time.
 * @param asked how each placement clause was asked for the person, as `askedAt` returns it
 */
export function explain(
  row: Row,
  asked: readonly Asked[],
  documents: Documents,
  { unitName = (unit) => unit, leftOpen: reason, acting }: ExplainOptions = {},
): Step[] {
  const cited = (circular: string) => citation(documents.get(circular), circular)
  const leftOpen = row.place === 'rotate' ? reason : undefined
  const throughActing = ({ circular, clause }: ClauseRef) =>
    listOf(
      asked
        .filter((one) => one.circular === circular && one.clause === clause)
        .flatMap(({ byActing }) => byActing.map((post) => actingTitle(post, unitName))),
    )
  const through = row.clause.map((clause) => throughActing({ circular: row.circular ?? '', clause }))
  return [
    placeStep(row, documents, { leftOpen: leftOpen !== undefined, post: sameOf(through) }),
    ...(acting?.posts ?? []).map(
      (post): Step => ({
        step: 'acting',
        document: null,
        clause: null,
        truth: true,
        text: actingSentence(post, acting?.unit ?? '', unitName),
      }),
    ),
    ...row.clause.map((clause) => {
      const ref = { circular: row.circular ?? '', clause }
      return clauseStep(ref, throughActing(ref), documents)
    }),
    ...(leftOpen ? [leftOpenStep(leftOpen)] : []),
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
      .map((one) => unreachedStep(one, throughActing(one), cited(one.circular))),
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
    ...consequenceSteps(row, documents, unitName),
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

const openTurn: Bilingual = {
  id: 'Giliran terbuka: jadwal hari ini tidak dapat dibagi',
  en: 'Turn left open: the roster of this day could not be drawn',
}

interface PlaceGiven {
  readonly leftOpen: boolean
  /** The acting post through which all live clauses reach the person. */
  readonly post: Bilingual | null | undefined
}

function placeStep(row: Row, documents: Documents, { leftOpen, post }: PlaceGiven): Step {
  const headline = leftOpen ? openTurn : (headlines[row.place] ?? wordFor(placeWords, row.place))
  const text = placeText(row, headline, post, documents)
  return { step: 'place', document: row.circular, clause: null, truth: true, text }
}

function placeText(row: Row, headline: Bilingual, post: PlaceGiven['post'], documents: Documents): Bilingual {
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
  if (headline === openTurn)
    return {
      id: `${headline.id} (butir ${clauses} ${cited.id}).`,
      en: `${headline.en} (clause ${clauses} of ${cited.en}).`,
    }
  return {
    id: `${headline.id} (${force.id}) ${post ? `sebagai ${post.id}, ` : ''}menurut butir ${clauses} ${cited.id}.`,
    en: `${headline.en} (${force.en}) ${post ? `as ${post.en}, ` : ''}by clause ${clauses} of ${cited.en}.`,
  }
}

/** @param post the acting post through which the clause reaches the person; null: it reaches without one */
function clauseStep({ circular, clause }: ClauseRef, post: Bilingual | null, documents: Documents): Step {
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
      id: `Butir ${clause}${id} mengenai pegawai ini${post ? ` sebagai ${post.id}` : ''}${reason ? `, karena ${reason}` : ''}.`,
      en: `Clause ${clause}${en} applies${post ? ` as ${post.en}` : ''}${reason ? `, because: ${reason}` : ''}.`,
    },
  }
}

/** The language gives no place for such a day, so none is stated (docs/decisions/0012). */
const leftOpenStep = ({ id, en }: Bilingual): Step => ({
  step: 'left_open',
  document: null,
  clause: null,
  truth: null,
  text: {
    id: `Jadwal yang diumumkan membiarkan hari ini terbuka. ${id} Ketentuan tidak menyebut pengganti; tanyakan kepada kepala perangkat daerah.`,
    en: `The published roster leaves this day open. ${en} The rules name no substitute; ask the head of the agency.`,
  },
})

/** An order in words: what, and by whom. */
export function orderSentence({ do: order, by }: NonNullable<Row['override']>): Bilingual {
  const who = wordFor(holderWords, by)
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

/** @param post the acting post without which the clause would reach the person; null: it does not hang on one */
const unreachedStep = ({ circular, clause, truth }: Asked, post: Bilingual | null, cited: Bilingual): Step => ({
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
      : {
          id: `${cited.id} butir ${clause}: tidak mengenai${post ? `, karena menjabat ${post.id}` : ''}.`,
          en: `${cited.en} clause ${clause}: does not apply${post ? `, by the post of ${post.en}` : ''}.`,
        },
})

/** `a dan b`; null for none. */
const listOf = (words: readonly Bilingual[]): Bilingual | null =>
  words.length === 0
    ? null
    : { id: words.map(({ id }) => id).join(' dan '), en: words.map(({ en }) => en).join(' and ') }

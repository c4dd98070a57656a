/** What a command decides with: documents, facts and the instant of knowledge, from files or from a database. */
import { yearsWithoutDecree } from '@piket/domain/calendar/calendar.ts'
import { type Day, type Instant, knownBy } from '@piket/domain/calendar/day.ts'
import type { Readings } from '@piket/domain/circular/patch.ts'
import type { Hash } from '@piket/domain/decision/receipt.ts'
import type { ServiceNeed } from '@piket/domain/roster/lineup.ts'
import type { Facts } from '@piket/domain/staff/facts.ts'
import type { OpenDay } from '@piket/server/features/roster/service.ts'
import { type Document, sayRecorded } from './circular-files.ts'
import type { Options } from './command.ts'
import { type Given, knownGiven, readingsGiven } from './given.ts'
import { groundOfDatabase } from './ground-database.ts'
import { groundOfFiles } from './ground-files.ts'
import { wrongUsage } from './refused.ts'
import { sayOnce, type Terminal } from './terminal.ts'

export interface Ground {
  readonly documents: readonly Document[]
  readonly facts: Facts
  readonly known: Instant
  /** When attributes, leave and letters are known as; absent: as everything else. */
  readonly personal?: Instant | undefined
  /** Code of the region; null: files name none. */
  readonly region: string | null
  readonly zone: string
  /** Readings chosen by `--reading` or, in a database, by the bureau. */
  readonly readings: Readings
  /** What counters need; only a database knows it. */
  readonly needs: readonly ServiceNeed[]
  /** Days that published rosters leave open; only a database knows them. */
  readonly openDays: readonly OpenDay[]
  /** Seals the records of receipts for the public; null: only a database has the key. */
  readonly seal: Hash | null
  /** Years whose calendar says itself that it lacks a decree, with the reason. */
  readonly incomplete: ReadonlyMap<number, string>
}

export interface GroundQuery {
  readonly from: Day
  readonly until: Day
  /** Instead of now, where `--known` is not given. */
  readonly known?: Instant | undefined
  /** Attributes, leave and letters as known at this instant. Default: as everything else. */
  readonly personal?: Instant | undefined
  /** The region that a receipt names: the one taken where `--region` names none. */
  readonly region?: string | null
  /** Beside those of `--reading`, which go first. */
  readonly readings?: Readings
  /** Documents that stand in the place of the register's. */
  readonly documents?: readonly Document[]
  /** These documents and no register. */
  readonly alone?: boolean
}

export const groundOptions: Options = {
  circulars: {
    takes: 'several',
    value: 'PATH...',
    help: {
      id: 'berkas atau folder surat edaran; tanpa ini folder circulars/',
      en: 'files or folders of circulars; default circulars/',
    },
  },
  data: {
    takes: 'one',
    value: 'DIR',
    help: {
      id: 'folder tabel: staff, units, leave, ... (.csv atau .xlsx) dan settings.yaml',
      en: 'folder of tables: staff, units, leave, ... (.csv or .xlsx) and settings.yaml',
    },
  },
  database: {
    takes: 'perhaps',
    value: '[URL]',
    check: sourceGiven,
    help: {
      id: 'surat dan tabel dari basis data: URL ini, DATABASE_URL, atau basis data bawaan di PIKET_HOME',
      en: 'documents and tables from a database: this URL, DATABASE_URL, or the built-in one in PIKET_HOME',
    },
  },
  region: {
    takes: 'one',
    value: 'CODE',
    check: sourceGiven,
    help: {
      id: 'kode atau nama pendek daerah, bila basis data memuat beberapa',
      en: 'code or short name of the region, where the database holds several',
    },
  },
  known: {
    takes: 'one',
    value: 'INSTANT',
    check: knownGiven,
    help: {
      id: 'seperti yang diketahui pada saat itu, 2021-07-19 atau 2021-07-19T10:00; tanpa ini sekarang, menurut waktu daerah (WITA bila tidak disebut)',
      en: 'as known at that instant, 2021-07-19 or 2021-07-19T10:00; default now, in the time of the region (UTC+8 where none is named)',
    },
  },
  reading: {
    takes: 'repeated',
    value: 'DOC/QUESTION=READING',
    check: readingsGiven,
    help: {
      id: 'jawaban atas pertanyaan terbuka; dapat diulang',
      en: 'an answer to an open question; repeatable',
    },
  },
}

/** Files or a database, never both. */
function sourceGiven(given: Given) {
  if (given.has('database') && (given.has('data') || given.has('circulars')))
    throw wrongUsage(
      '--database tidak dipakai bersama --data atau --circulars.',
      '--database does not go with --data or --circulars.',
    )
  if (given.has('region') && !given.has('database'))
    throw wrongUsage('--region hanya dipakai bersama --database.', '--region goes with --database only.')
}

/**
 * Loads the ground, and says what is to be known about it: since when documents count as known, years without a decree.
 * @throws Refused
 */
export async function groundOf(given: Given, terminal: Terminal, query: GroundQuery): Promise<Ground> {
  const asked = {
    ...query,
    known: knownGiven(given) ?? query.known,
    readings: { ...query.readings, ...readingsGiven(given) },
  }
  const ground = given.has('database')
    ? await groundOfDatabase(given, terminal, asked)
    : await groundOfFiles(given, terminal, asked)
  sayRecorded(terminal, ground.documents)
  sayYears(terminal, ground, query)
  return ground
}

function sayYears(terminal: Terminal, { facts, known, incomplete }: Ground, { from, until }: GroundQuery) {
  const read = facts.calendar.filter(({ recorded }) => knownBy(recorded, known))
  for (const year of yearsWithoutDecree(from, until, read))
    sayOnce(
      terminal,
      `piket: peringatan: Belum ada keputusan hari libur ${year} yang diketahui; hanya akhir pekan yang libur. / ` +
        `warning: No decree on the holidays of ${year} is known; only weekends are free.`,
    )
  for (let year = Number(from.slice(0, 4)); year <= Number(until.slice(0, 4)); year++) {
    const missing = incomplete.get(year)
    if (missing !== undefined)
      sayOnce(
        terminal,
        `piket: peringatan: Kalender ${year} belum lengkap: ${missing} / warning: The calendar of ${year} is not complete.`,
      )
  }
}

/** The readings chosen for questions of these documents. */
export const ownReadings = ({ readings }: Ground, documents: readonly Document[]) =>
  Object.fromEntries(Object.entries(readings).filter(([key]) => documents.some(({ id }) => key.startsWith(`${id}/`))))

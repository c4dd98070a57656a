/** A receipt: the answer with everything needed to derive it again, years later, by whoever holds the data. */
import { type Day, type Instant, within } from '../calendar/day.ts'
import { canonical } from '../canonical.ts'
import type { Readings } from '../circular/patch.ts'
import type { Bilingual } from '../messages/problem.ts'
import { type Facts, unitChain } from '../staff/facts.ts'
import type { Row } from './row.ts'
import { employeeOn, type World } from './world.ts'

/** A document by its content. */
export interface ReceiptDocument {
  readonly id: string
  readonly sha256: string
  readonly recorded: Instant | null
}

/**
 * A record that was looked at. Its content stays with the office; whoever holds the data can compare the hash. On a
 * receipt for the public the hash is keyed: a bare one of a record so small would be found by trying every content.
 */
export interface ReceiptRecord {
  readonly table: string
  readonly key: string
  readonly sha256: string
}

/** `full`: for the office. `public`: as anybody may see it, with sealed records and without individual reasons. */
export type ReceiptView = 'full' | 'public'

export interface Receipt {
  readonly piket: 'receipt/1'
  /** Version of the rules of evaluation. */
  readonly engine: string
  /** Code of the region whose data were looked at; null: they came from files, which name none. */
  readonly region: string | null
  readonly view: ReceiptView
  readonly simulated: boolean
  readonly known: Instant
  /** When attributes, leave and letters are known as; absent: as everything else. */
  readonly personal?: Instant
  readonly readings: Readings
  readonly settings: Facts['settings']
  readonly row: Row
  readonly circulars: readonly ReceiptDocument[]
  readonly records: readonly ReceiptRecord[]
  /** Hash of everything above. */
  readonly sha256: string
}

/** Changes whenever the same documents and facts could give another row. */
export const engineVersion = 'circular/1.2'

/** SHA-256 of a text in UTF-8, as 64 hexadecimal digits. The domain computes none itself. */
export type Hash = (text: string) => string

export interface ReceiptInput {
  /** In the public view, for a receipt with a seal. */
  readonly row: Row
  readonly region: string | null
  readonly world: World
  readonly documents: readonly ReceiptDocument[]
  readonly readings: Readings
  readonly simulated: boolean
  readonly hash: Hash
  /** Keyed with a secret of the region: makes the receipt one for the public. */
  readonly seal?: Hash | undefined
}

/** Writes the receipt of one row. */
export function receiptOf({ row, region, world, documents, readings, simulated, hash, seal }: ReceiptInput): Receipt {
  const used = recordsUsed(world, row.employee, row.date)
  const personal = { employee: row.employee, date: row.date, known: row.known }
  const content = {
    piket: 'receipt/1',
    engine: engineVersion,
    region,
    view: seal ? 'public' : 'full',
    simulated,
    known: row.known,
    ...(world.personal !== world.known && { personal: world.personal }),
    readings,
    settings: world.facts.settings,
    row,
    circulars: documents.toSorted((a, b) => a.id.localeCompare(b.id)),
    records: (seal ? withoutPersonal(used, personal) : used).map(({ table, key, record }) => ({
      table,
      key,
      sha256: (seal ?? hash)(canonical(record)),
    })),
  } as const
  return { ...content, sha256: hash(canonical(content)) }
}

interface Used {
  readonly table: string
  readonly key: string
  readonly record: unknown
}

const personalTables: readonly string[] = ['attributes', 'leave', 'letters']

/**
 * Records of which the mere presence would tell something, as one record that everybody has. Person, day and knowledge
 * are part of it: two people without any, or one before and after, would else be told apart from those who have some.
 */
function withoutPersonal(
  used: readonly Used[],
  of: { readonly employee: string; readonly date: Day; readonly known: Instant },
) {
  const isPersonal = ({ table }: Used) => personalTables.includes(table)
  const records = used.filter(isPersonal).map(({ table, record }) => ({ table, record }))
  return [
    ...used.filter((one) => !isPersonal(one)),
    { table: 'personal', key: of.employee, record: { ...of, records } },
  ]
}

/** Every dated record that the decision for a person and day could look at. */
function recordsUsed(world: World, employee: string, day: Day): Used[] {
  const { facts } = world
  const person = employeeOn(world, employee, day)
  const units = person ? unitChain(person.unit) : []
  const own = <T extends { employee: string }>(
    table: string,
    records: readonly T[] | undefined,
    holds: (record: T) => boolean,
  ) => (records ?? []).filter(holds).map((record, position) => ({ table, key: `${employee}#${position}`, record }))
  const inPeriod = (record: { from: Day | null; until: Day | null }) => within(day, record)
  const drawn = world.drawn.get(employee)?.get(day)
  return [
    ...(person ? [{ table: 'staff', key: employee, record: person }] : []),
    ...units.flatMap((unit) =>
      (world.units.get(unit) ?? []).filter(inPeriod).map((record) => ({ table: 'units', key: unit, record })),
    ),
    ...own('acting', world.acting.get(employee), inPeriod),
    ...own('attributes', world.attributes.get(employee), inPeriod),
    ...own('leave', world.leave.get(employee), inPeriod),
    ...own('letters', world.letters.get(employee), inPeriod),
    ...own('overrides', world.overrides.get(employee), ({ day: on }) => on === day),
    ...(drawn ? [{ table: 'roster', key: employee, record: drawn }] : []),
    ...facts.calendar
      .filter((line) => line.day === day)
      .map((record) => ({ table: 'calendar', key: record.day, record })),
    ...facts.events.map((record) => ({ table: 'events', key: `${record.type} ${record.subject}`, record })),
    ...facts.statuses
      .filter(inPeriod)
      .map((record) => ({ table: 'statuses', key: `${record.status} ${record.subject}`, record })),
    ...facts.answers
      .filter(inPeriod)
      .map((record) => ({ table: 'answers', key: `${record.circular} ${record.clause}`, record })),
  ]
}

/** A point at which a receipt and what derives today differ. */
export interface ReceiptDifference {
  readonly field: string
  readonly stated: unknown
  readonly derived: unknown
  readonly message: Bilingual
}

/** Compares a receipt with the one derived again; no difference: it holds. */
export function compareReceipts(stated: Receipt, derived: Receipt, hash: Hash): ReceiptDifference[] {
  const { sha256, ...content } = stated
  const own = hash(canonical(content))
  const altered =
    own === sha256
      ? []
      : [
          difference('sha256', sha256, own, {
            id: 'Isi resi telah diubah sesudah dibuat.',
            en: 'The receipt was altered after it was written.',
          }),
        ]
  const rows = compareRows(stated.row, derived.row)
  // Another version may answer otherwise; where it answers the same, the receipt holds.
  const versions =
    stated.engine === derived.engine || rows.length === 0
      ? []
      : [
          difference('engine', stated.engine, derived.engine, {
            id: 'Dibuat oleh versi lain.',
            en: 'Written by another version.',
          }),
        ]
  return [
    ...altered,
    ...versions,
    ...compareHashes(
      'circular',
      byKey(stated.circulars, ({ id }) => id),
      byKey(derived.circulars, ({ id }) => id),
    ),
    ...compareHashes('record', byKey(stated.records, recordKey), byKey(derived.records, recordKey)),
    ...rows,
  ]
}

const difference = (field: string, stated: unknown, derived: unknown, message: Bilingual): ReceiptDifference => ({
  field,
  stated,
  derived,
  message,
})
const recordKey = ({ table, key }: ReceiptRecord) => `${table} ${key}`
const byKey = <T extends { sha256: string }>(entries: readonly T[], key: (entry: T) => string) =>
  new Map(entries.map((entry) => [key(entry), entry.sha256]))

function compareHashes(
  kind: 'circular' | 'record',
  stated: ReadonlyMap<string, string>,
  derived: ReadonlyMap<string, string>,
): ReceiptDifference[] {
  const names = { circular: { id: 'Surat', en: 'Document' }, record: { id: 'Catatan', en: 'Record' } }[kind]
  return [...new Set([...stated.keys(), ...derived.keys()])].flatMap((key) => {
    const before = stated.get(key)
    const now = derived.get(key)
    if (before === now) return []
    if (now === undefined)
      return [
        difference(`${kind} ${key}`, before, null, {
          id: `${names.id} ${key} tidak ada lagi.`,
          en: `${names.en} ${key} is not there.`,
        }),
      ]
    if (before === undefined)
      return [
        difference(`${kind} ${key}`, null, now, {
          id: `${names.id} ${key} tidak ada ketika resi dibuat.`,
          en: `${names.en} ${key} was not there when the receipt was written.`,
        }),
      ]
    return [
      difference(`${kind} ${key}`, before, now, {
        id: `${names.id} ${key} isinya lain.`,
        en: `${names.en} ${key} has another content.`,
      }),
    ]
  })
}

function compareRows(stated: Row, derived: Row): ReceiptDifference[] {
  return [...new Set([...Object.keys(stated), ...Object.keys(derived)])].flatMap((field) => {
    const before = stated[field as keyof Row]
    const now = derived[field as keyof Row]
    if (canonical(before) === canonical(now)) return []
    return [
      difference(`row.${field}`, before, now, {
        id: `Kolom ${field} sekarang lain.`,
        en: `Field ${field} derives otherwise.`,
      }),
    ]
  })
}

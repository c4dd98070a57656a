/** The attendance list on paper as a table: who, when they came, when they left. */
import type { Time } from '../calendar/day.ts'
import { type Cell, choice, error, personId } from '../staff/cell.ts'
import type { Checker } from '../staff/findings.ts'
import { optional, required, type Table, tableOf, usually } from '../staff/table.ts'

export interface PaperRow {
  /** Employee id or NIP, as written. */
  readonly employee: string
  readonly in: Time | null
  readonly out: Time | null
  readonly place: 'office' | 'field'
}

/** `07:30`, as lists write it: `7.30`, `07:30`, `0730`. */
const time: Cell<Time> = {
  read(text) {
    const [, hours = '', minutes = ''] = /^(\d{1,2})[.:]?([0-5]\d)(?:[.:]00)?$/.exec(text) ?? []
    if (hours !== '' && Number(hours) < 24) return { value: `${hours.padStart(2, '0')}:${minutes}` }
    return {
      wrong: error(
        'PKT-201',
        { id: `"${text}" bukan jam.`, en: `"${text}" is not a time of day.` },
        { id: 'Tulis seperti 07:30.', en: 'Write it as 07:30.' },
      ),
    }
  },
  write: (value) => value,
}

const neither = error(
  'PKT-201',
  { id: 'Tidak ada jam datang maupun jam pulang.', en: 'There is neither a time of coming nor one of leaving.' },
  { id: 'Isi salah satunya, atau hapus barisnya.', en: 'Fill in one of them, or remove the row.' },
)

export const paperTable: Table<PaperRow> = tableOf(
  {
    employee_id: required(personId, 'nip', 'id pegawai', 'pegawai'),
    in: optional(time, 'datang', 'masuk', 'jam datang', 'jam masuk'),
    out: optional(time, 'pulang', 'jam pulang'),
    place: usually<PaperRow['place']>('office', choice({ office: ['kantor'], field: ['lapangan'] }), 'tempat'),
  },
  {
    record: ({ employee_id, in: came, out, place }): PaperRow => ({ employee: employee_id, in: came, out, place }),
    row: ({ employee, in: came, out, place }) => ({ employee_id: employee, in: came, out, place }),
    check: ({ in: came, out }) => (came === null && out === null ? [neither] : []),
  },
)

/** What rows are held against. */
export interface PaperAround {
  /** Employee id of everybody who may stand on the list, by that id and by NIP. */
  readonly people: ReadonlyMap<string, string>
  /** Who enters it. */
  readonly by: string
  /** The time of day of now, where the list is of today; null: the day is over. */
  readonly now: Time | null
}

/** Finds rows that cannot be taken: of somebody unknown, of one's own, doubled, or ahead of the clock. */
export function paperChecker({ people, by, now }: PaperAround): Checker<PaperRow> {
  const rowOf = new Map<string, number>()
  return {
    add(record, row) {
      const employee = people.get(record.employee)
      const ahead = now === null ? [] : [record.in, record.out].filter((one) => one !== null && one > now)
      const before = rowOf.get(employee ?? '')
      if (employee !== undefined) rowOf.set(employee, before ?? row)
      return [
        ...(employee === undefined ? [{ row, header: 'employee_id', finding: notHere }] : []),
        ...(employee === by ? [{ row, header: 'employee_id', finding: ownRow }] : []),
        ...(before === undefined ? [] : [{ row, header: 'employee_id', finding: twice(before) }]),
        ...(ahead.length === 0 ? [] : [{ row, header: 'in', finding: timeAhead }]),
      ]
    },
    end: () => [],
  }
}

const notHere = error(
  'PKT-201',
  { id: 'Tidak ada pegawai dengan nomor ini di perangkat daerah ini.', en: 'Nobody of this number is in the agency.' },
  { id: 'Tulis id pegawai atau NIP dari daftar pegawai.', en: 'Write the employee id or NIP of the staff list.' },
)
const ownRow = error(
  'PKT-201',
  { id: 'Tidak seorang pun mencatat kehadirannya sendiri.', en: 'Nobody enters their own presence.' },
  { id: 'Hapus baris ini; minta atasan Anda mencatatnya.', en: 'Remove the row and ask your superior.' },
)
const timeAhead = error(
  'PKT-201',
  { id: 'Jam ini belum tiba.', en: 'This time is still to come.' },
  { id: 'Betulkan jamnya.', en: 'Correct it.' },
)
const twice = (before: number) =>
  error(
    'PKT-201',
    { id: `Orang ini sudah ada di baris ${before}.`, en: `This person stands in row ${before} already.` },
    { id: 'Jadikan satu baris.', en: 'Make it one row.' },
  )

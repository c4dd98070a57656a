import { type Cell, choice, day, echelon, error, unitPath, words } from './cell.ts'
import { backwards, from, person, recorded, until } from './columns.ts'
import type {
  ActingRecord,
  AttributeRecord,
  attributes,
  DrawnPlace,
  LeaveRecord,
  LetterRecord,
  OverrideRecord,
} from './facts.ts'
import { position } from './position-cell.ts'
import { optional, required, type Table, tableOf } from './table.ts'

const truth: Cell<string> = choice({
  yes: ['ya', 'y', 'true'],
  no: ['tidak', 't', 'n', 'false'],
  unknown: ['tidak diketahui', 'belum diketahui'],
})
const attribute: Cell<string> = choice({
  pregnant: ['hamil'],
  nursing: ['menyusui'],
  at_risk_health: ['berisiko', 'komorbid'],
  unwell: ['sakit', 'kurang sehat'],
  isolating: ['isolasi', 'isolasi mandiri'],
  disability: ['disabilitas'],
  vaccinated: ['divaksin', 'sudah vaksin'],
  lives_with_at_risk: ['serumah dengan berisiko'],
  road_cut_off: ['akses terputus'],
  still_travelling: ['masih dalam perjalanan'],
  lives_outside_region: ['tinggal di luar daerah'],
  discipline_in_progress: ['proses disiplin'],
  special_assignment: ['penugasan khusus'],
} satisfies Record<(typeof attributes)[number], string[]>)
const leaveKind = choice({
  annual: ['cuti tahunan'],
  sick: ['cuti sakit'],
  maternity: ['cuti melahirkan'],
  urgent: ['cuti alasan penting', 'alasan penting'],
  official_travel: ['dinas luar', 'perjalanan dinas'],
  education: ['tugas belajar'],
  other: ['lainnya', 'lain-lain'],
})

export const actingTable: Table<ActingRecord> = tableOf(
  {
    employee_id: person,
    position: required(position, 'jabatan'),
    echelon: optional(echelon, 'eselon'),
    unit_id: optional(unitPath, 'unit', 'unit kerja'),
    kind: required(choice({ plt: ['pelaksana tugas'], plh: ['pelaksana harian'] }), 'jenis'),
    from,
    until,
    letter: optional(words, 'surat', 'nomor surat'),
  },
  {
    record: ({ employee_id, unit_id, position: { code }, ...cells }) => ({
      ...cells,
      employee: employee_id,
      unit: unit_id,
      position: code,
    }),
    row: ({ employee, unit, position: code, ...record }) => ({
      ...record,
      employee_id: employee,
      unit_id: unit,
      position: { code, title: null },
    }),
    check: (cells) => backwards(cells.from, cells.until),
  },
)

export const attributeTable: Table<AttributeRecord> = tableOf(
  {
    employee_id: person,
    attribute: required(attribute, 'atribut', 'keadaan'),
    value: required(truth, 'nilai'),
    from,
    until,
    issuer: optional(words, 'penerbit', 'diterbitkan oleh'),
    recorded,
  },
  {
    record: ({ employee_id, value, ...cells }) => ({
      ...cells,
      employee: employee_id,
      value: value === 'unknown' ? value : value === 'yes',
    }),
    row: ({ employee, value, attribute: name, ...record }) => ({
      ...record,
      employee_id: employee,
      attribute: name,
      value: value === 'unknown' ? value : value ? 'yes' : 'no',
    }),
    check: (cells) => backwards(cells.from, cells.until),
  },
)

export const leaveTable: Table<LeaveRecord> = tableOf(
  { employee_id: person, kind: required(leaveKind, 'jenis', 'jenis cuti'), from, until, recorded },
  {
    record: ({ employee_id, ...cells }) => ({ ...cells, employee: employee_id }),
    row: ({ employee, ...record }) => ({ ...record, employee_id: employee }),
    check: (cells) => backwards(cells.from, cells.until),
  },
)

export const letterTable: Table<LetterRecord> = tableOf(
  {
    letter: required(words, 'surat', 'jenis surat'),
    employee_id: person,
    number: optional(words, 'nomor'),
    dated: optional(day, 'tanggal surat'),
    from,
    until,
    signer_echelon: optional(echelon, 'eselon penanda tangan'),
    by: optional(words, 'oleh', 'penanda tangan'),
    reported_to: optional(words, 'dilaporkan kepada'),
    reported_on: optional(day, 'dilaporkan tanggal'),
    recorded,
  },
  {
    record: ({ employee_id, signer_echelon, reported_to, reported_on, ...cells }) => ({
      ...cells,
      employee: employee_id,
      signerEchelon: signer_echelon,
      reportedTo: reported_to,
      reportedOn: reported_on,
    }),
    row: ({ employee, signerEchelon, reportedTo, reportedOn, ...record }) => ({
      ...record,
      employee_id: employee,
      signer_echelon: signerEchelon,
      reported_to: reportedTo,
      reported_on: reportedOn,
    }),
    check: (cells) => backwards(cells.from, cells.until),
  },
)

export const overrideTable: Table<OverrideRecord> = tableOf(
  {
    employee_id: person,
    date: required(day, 'tanggal'),
    do: required(choice({ recall: ['dipanggil', 'panggil'], field: ['lapangan', 'tugas lapangan'] }), 'perintah'),
    by: required(words, 'oleh'),
    at: optional(words, 'jam', 'sejak jam'),
    reason: optional(words, 'alasan'),
  },
  {
    record: ({ employee_id, date, at, ...cells }) => ({
      ...cells,
      employee: employee_id,
      day: date,
      at: at === null || at.includes('T') ? at : `${date}T${at.padStart(5, '0')}`,
    }),
    row: ({ employee, day: date, at, ...record }) => ({
      ...record,
      employee_id: employee,
      date,
      at: at?.slice(11) ?? null,
    }),
    check: ({ at }) => (at === null || /^(\d{4}-\d{2}-\d{2}T)?([01]?\d|2[0-3]):[0-5]\d$/.test(at) ? [] : [noTime(at)]),
  },
)

const noTime = (text: string) =>
  error(
    'PKT-201',
    { id: `"${text}" bukan jam.`, en: `"${text}" is not a time.` },
    { id: 'Tulis seperti 07:30.', en: 'Write it like 07:30.' },
  )

export const rosterTable: Table<DrawnPlace> = tableOf(
  {
    employee_id: person,
    date: required(day, 'tanggal'),
    place: required(choice({ office: ['kantor', 'wfo'], home: ['rumah', 'wfh'] }), 'tempat'),
    shift: optional(words, 'sif', 'giliran'),
  },
  {
    record: ({ employee_id, date, place, shift }) => ({
      employee: employee_id,
      day: date,
      place,
      ...(shift !== null && { shift }),
    }),
    row: ({ employee, day: date, place, shift = null }) => ({ employee_id: employee, date, place, shift }),
  },
)

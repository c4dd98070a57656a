/** Every table of circular-language, section 9: its columns, what may stand in them, and under which other headers. */
import type { CalendarRecord, SeasonRecord } from '../calendar/calendar.ts'
import type { Day } from '../calendar/day.ts'
import {
  type Cell,
  choice,
  count,
  day,
  echelon,
  email,
  error,
  instant,
  nip,
  numberOrWords,
  personId,
  phone,
  several,
  severalOf,
  unitPath,
  warning,
  words,
} from './cell.ts'
import type {
  ActingRecord,
  AnswerRecord,
  AttributeRecord,
  DeclaredEvent,
  DrawnPlace,
  EmployeeRecord,
  LeaveRecord,
  LetterRecord,
  OverrideRecord,
  StatusRecord,
  UnitRecord,
} from './facts.ts'
import { position } from './position-cell.ts'
import { optional, required, type Table, tableOf, usually } from './table.ts'

const employment = choice({
  pns: ['pegawai negeri sipil'],
  cpns: ['calon pegawai negeri sipil'],
  pppk: ['p3k', 'pegawai pemerintah dengan perjanjian kerja'],
  pppk_part_time: ['pppk paruh waktu', 'p3k paruh waktu'],
  ptt: ['pegawai tidak tetap'],
  tkd: ['tenaga kontrak', 'tenaga kontrak daerah'],
  honorary: ['honorer', 'tenaga honorer', 'thl', 'tenaga harian lepas'],
})
const sex = choice({ m: ['l', 'laki-laki', 'pria'], f: ['p', 'perempuan', 'wanita'] })
const job = choice({
  structural: ['struktural', 'jabatan struktural'],
  functional: ['fungsional', 'jabatan fungsional'],
  executor: ['pelaksana', 'jabatan pelaksana'],
})
const workPattern = choice({
  five_day: ['5 hari', 'lima hari', '5 hari kerja'],
  six_day: ['6 hari', 'enam hari', '6 hari kerja'],
  shift: ['sif', 'shift', 'bergilir'],
})
const unitKind = choice({
  agency: ['opd', 'skpd', 'perangkat daerah'],
  sub_unit: ['bidang', 'bagian', 'uptd', 'upt', 'seksi', 'subbagian', 'bidang/bagian/uptd'],
  team: ['regu', 'tim', 'regu/tim'],
  district: ['kecamatan'],
  village: ['kelurahan', 'desa', 'kelurahan/desa'],
  health: ['puskesmas', 'rsud', 'fasilitas kesehatan'],
  service_post: ['pos layanan', 'pos pelayanan'],
})
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
})
const leaveKind = choice({
  annual: ['cuti tahunan'],
  sick: ['cuti sakit'],
  maternity: ['cuti melahirkan'],
  urgent: ['cuti alasan penting', 'alasan penting'],
  official_travel: ['dinas luar', 'perjalanan dinas'],
  education: ['tugas belajar'],
  other: ['lainnya', 'lain-lain'],
})

const from = optional(day, 'mulai', 'dari', 'sejak')
const until = optional(day, 'sampai', 'selesai', 'hingga')
const recorded = optional(instant, 'dicatat', 'tanggal dicatat')
const person = required(personId, 'id pegawai', 'kode pegawai')
const activeFrom = optional(day, 'tmt', 'tmt jabatan')
const activeUntil = optional(day, 'tmt berakhir')

export const staffTable: Table<EmployeeRecord> = tableOf(
  {
    employee_id: person,
    nip: optional(nip, 'nip', 'nip baru', 'ni pppk', 'nomor induk'),
    name: required(words, 'nama', 'nama lengkap', 'nama pegawai'),
    employment: required(employment, 'status pegawai', 'jenis pegawai', 'status kepegawaian'),
    birth_date: { ...optional(day, 'tanggal lahir', 'tgl lahir'), required: true },
    sex: optional(sex, 'jenis kelamin', 'jk'),
    unit_id: required(unitPath, 'unit', 'unit kerja', 'kode unit', 'opd', 'skpd'),
    position: required(position, 'jabatan', 'nama jabatan'),
    title: optional(words, 'sebutan jabatan'),
    echelon: usually('none', echelon, 'eselon', 'jenjang'),
    job: required(job, 'jenis jabatan'),
    rank: optional(words, 'golongan', 'gol ruang', 'pangkat'),
    supervisor_id: optional(personId, 'atasan', 'atasan langsung'),
    workplace_in: optional(words, 'lokasi kerja', 'tempat kerja'),
    employer: optional(words, 'instansi induk'),
    work_pattern: usually('five_day', workPattern, 'pola kerja', 'hari kerja'),
    phone: optional(phone, 'no hp', 'telepon', 'wa'),
    email: optional(email, 'surel'),
    active_from: activeFrom,
    active_until: activeUntil,
  },
  {
    record: (cells) => ({
      employee: cells.employee_id,
      name: cells.name,
      nip: cells.nip,
      employment: cells.employment,
      birth: cells.birth_date,
      sex: cells.sex,
      unit: cells.unit_id,
      position: cells.position.code,
      title: cells.title ?? cells.position.title,
      echelon: cells.echelon,
      job: cells.job,
      rank: cells.rank,
      supervisor: cells.supervisor_id,
      workplaceIn: cells.workplace_in,
      employer: cells.employer,
      workPattern: cells.work_pattern,
      phone: cells.phone,
      email: cells.email,
      from: cells.active_from,
      until: cells.active_until,
      recorded: null,
    }),
    row: (record) => ({
      employee_id: record.employee,
      nip: record.nip,
      name: record.name,
      employment: record.employment,
      birth_date: record.birth,
      sex: record.sex,
      unit_id: record.unit,
      position: { code: record.position, title: null },
      title: record.title,
      echelon: record.echelon,
      job: record.job,
      rank: record.rank,
      supervisor_id: record.supervisor,
      workplace_in: record.workplaceIn,
      employer: record.employer,
      work_pattern: record.workPattern,
      phone: record.phone,
      email: record.email,
      active_from: record.from,
      active_until: record.until,
    }),
    check: ({ birth_date, active_from, active_until }) => [
      ...(birth_date === null ? [unknownBirth] : []),
      ...backwards(active_from, active_until),
    ],
  },
)

const unknownBirth = warning(
  'PKT-807',
  { id: 'Tanggal lahir belum diketahui.', en: 'The date of birth is not known.' },
  {
    id: 'Isi bila ada; tanpa itu aturan menurut umur tidak dapat diputuskan.',
    en: 'Fill it in where known; without it rules by age stay undecided.',
  },
)

function backwards(first: Day | null, last: Day | null) {
  if (first === null || last === null || first <= last) return []
  return [
    error(
      'PKT-401',
      { id: `Berakhir ${last} sebelum mulai ${first}.`, en: `Ends ${last} before it starts ${first}.` },
      { id: 'Betulkan salah satu tanggal.', en: 'Correct one of the dates.' },
    ),
  ]
}

export const unitTable: Table<UnitRecord> = tableOf(
  {
    unit_id: required(unitPath, 'kode unit', 'id unit'),
    name: required(words, 'nama unit', 'nama opd', 'perangkat daerah'),
    kind: required(unitKind, 'jenis unit'),
    parent_id: optional(unitPath, 'unit induk', 'induk'),
    class: usually([], several, 'kelas unit', 'golongan unit'),
    sector: optional(words, 'sektor'),
    functions: usually([], several, 'fungsi', 'layanan'),
    top_echelons: optional(severalOf(echelon), 'jenjang teratas'),
    workplace_in: optional(words, 'lokasi'),
    employer: optional(words, 'instansi'),
    building: optional(words, 'gedung'),
    room: optional(words, 'ruang'),
    room_capacity: optional(count, 'kapasitas'),
    head_id: optional(personId, 'kepala'),
    active_from: activeFrom,
    active_until: activeUntil,
  },
  {
    record: (cells) => ({
      unit: cells.unit_id,
      name: cells.name,
      kind: cells.kind,
      class: cells.class,
      sector: cells.sector,
      functions: cells.functions,
      topEchelons: cells.top_echelons,
      workplaceIn: cells.workplace_in,
      employer: cells.employer,
      building: cells.building,
      room: cells.room,
      roomCapacity: cells.room_capacity,
      head: cells.head_id,
      from: cells.active_from,
      until: cells.active_until,
      recorded: null,
    }),
    row: (record) => ({
      unit_id: record.unit,
      name: record.name,
      kind: record.kind,
      parent_id: parentOf(record.unit),
      class: record.class,
      sector: record.sector,
      functions: record.functions,
      top_echelons: record.topEchelons,
      workplace_in: record.workplaceIn,
      employer: record.employer,
      building: record.building,
      room: record.room,
      room_capacity: record.roomCapacity,
      head_id: record.head,
      active_from: record.from,
      active_until: record.until,
    }),
    check: ({ unit_id, parent_id, active_from, active_until }) => [
      ...(parent_id === null || parent_id === parentOf(unit_id) ? [] : [wrongParent(unit_id, parent_id)]),
      ...backwards(active_from, active_until),
    ],
  },
)

/** The unit above, by its path; null for an agency. */
export const parentOf = (unit: string): string | null =>
  unit.includes('/') ? unit.slice(0, unit.lastIndexOf('/')) : null

const wrongParent = (unit: string, parent: string) =>
  error(
    'PKT-805',
    { id: `Induk ${parent} tidak sama dengan jalur ${unit}.`, en: `The parent ${parent} is not the path of ${unit}.` },
    { id: 'Samakan keduanya, atau kosongkan induk.', en: 'Make them agree, or leave the parent blank.' },
  )

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

export const statusTable: Table<StatusRecord> = tableOf(
  {
    status: required(words),
    subject: required(words, 'tentang'),
    value: required(words, 'nilai'),
    from,
    until,
    authority: optional(words, 'pihak berwenang'),
    recorded,
  },
  { record: (cells) => cells, row: (record) => record, check: (cells) => backwards(cells.from, cells.until) },
)

export const eventTable: Table<DeclaredEvent> = tableOf(
  {
    type: required(words, 'jenis'),
    subject: required(words, 'tentang'),
    from: required(instant, 'mulai', 'dari', 'sejak'),
    until,
    authority: optional(words, 'pihak berwenang'),
    recorded,
  },
  { record: (cells) => cells, row: (record) => record },
)

export const answerTable: Table<AnswerRecord> = tableOf(
  {
    circular: required(words, 'edaran'),
    clause: required(words, 'butir'),
    unit_id: optional(unitPath, 'unit'),
    value: required(numberOrWords, 'nilai', 'jawaban'),
    from,
    until,
    by: required(words, 'oleh'),
    recorded,
  },
  {
    record: ({ unit_id, ...cells }) => ({ ...cells, unit: unit_id }),
    row: ({ unit, ...record }) => ({ ...record, unit_id: unit }),
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
    record: ({ employee_id, date, place }) => ({ employee: employee_id, day: date, place }),
    row: ({ employee, day: date, place }) => ({ employee_id: employee, date, place, shift: null }),
  },
)

export const calendarTable: Table<CalendarRecord> = tableOf(
  {
    date: required(day, 'tanggal'),
    kind: required(
      choice({ holiday: ['libur', 'hari libur'], joint_leave: ['cuti bersama'], workday: ['hari kerja'] }),
      'jenis',
    ),
    name: required(words, 'nama', 'keterangan'),
    decree: optional(words, 'keputusan', 'dasar'),
    decree_date: optional(day, 'tanggal keputusan'),
    scope: usually('national', choice({ national: ['nasional'], region: ['daerah'] }), 'lingkup'),
    recorded,
  },
  {
    // A decree is known from its own date on where the table does not say better.
    record: (cells) => ({
      day: cells.date,
      kind: cells.kind,
      name: cells.name,
      decree: cells.decree,
      recorded: cells.recorded ?? cells.decree_date,
    }),
    row: ({ day: date, kind, name, decree, recorded: known }) => ({
      date,
      kind,
      name,
      decree,
      decree_date: null,
      scope: 'national' as const,
      recorded: known,
    }),
  },
)

export const seasonTable: Table<SeasonRecord> = tableOf(
  {
    name: required(words, 'nama'),
    from,
    until,
    decree: optional(words, 'keputusan', 'dasar'),
    recorded,
  },
  {
    record: ({ name, ...cells }) => ({ name, from: cells.from, until: cells.until }),
    row: (record) => ({ ...record, decree: null, recorded: null }),
    check: (cells) => backwards(cells.from, cells.until),
  },
)

/** The tables by the names of their files. */
export const tables = {
  staff: staffTable,
  units: unitTable,
  acting: actingTable,
  attributes: attributeTable,
  leave: leaveTable,
  letters: letterTable,
  statuses: statusTable,
  events: eventTable,
  answers: answerTable,
  overrides: overrideTable,
  roster: rosterTable,
  calendar: calendarTable,
  seasons: seasonTable,
} as const

export type TableName = keyof typeof tables

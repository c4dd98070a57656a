import { choice, day, echelon, email, nip, personId, phone, unitPath, warning, words } from './cell.ts'
import { activeFrom, activeUntil, backwards, person } from './columns.ts'
import type { EmployeeRecord } from './facts.ts'
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

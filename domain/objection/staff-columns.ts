import type { Bilingual } from '../messages/problem.ts'

/** The columns of the staff record that somebody can say are wrong, as the tables and their own data name them. */
export const staffColumns = {
  name: { id: 'nama', en: 'name' },
  nip: { id: 'NIP', en: 'staff number (NIP)' },
  employment: { id: 'status kepegawaian', en: 'kind of employment' },
  birth_on: { id: 'tanggal lahir', en: 'date of birth' },
  sex: { id: 'jenis kelamin', en: 'sex' },
  unit_id: { id: 'unit kerja', en: 'unit' },
  position: { id: 'jabatan', en: 'post' },
  title: { id: 'sebutan jabatan', en: 'title of the post' },
  echelon: { id: 'eselon', en: 'echelon' },
  job: { id: 'jenis jabatan', en: 'kind of post' },
  rank: { id: 'golongan', en: 'rank' },
  supervisor_id: { id: 'atasan langsung', en: 'direct superior' },
  workplace_in: { id: 'lokasi kerja', en: 'place of work' },
  employer: { id: 'instansi induk', en: 'employer' },
  work_pattern: { id: 'pola kerja', en: 'work pattern' },
  phone: { id: 'telepon', en: 'telephone' },
  email: { id: 'surel', en: 'mail' },
} as const satisfies Readonly<Record<string, Bilingual>>
export type StaffColumn = keyof typeof staffColumns

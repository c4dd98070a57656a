/** Clauses to begin from: each kind as circulars of the field word it most often. What is written here is a proposal. */
import type { Bilingual } from '../messages/problem.ts'
import type { Clause } from './clause.ts'

type Model = Clause extends infer One ? (One extends Clause ? Omit<One, 'id' | 'cite'> : never) : never

interface NewClause extends Bilingual {
  readonly clause: Model
}

const everybody = { all: true } as const
const atHome = { placed: ['home'] }
const heads = { position: ['opd_head'] }

export const newClauses = {
  quota: {
    id: 'Kuota: paling banyak 25% pegawai di kantor',
    en: 'Quota: at most 25% of the staff at the office',
    clause: {
      ...{ kind: 'quota', who: everybody, force: 'must', per: 'agency', place: 'office', amount: { max: '25%' } },
      ...{ of: { staff: 'assigned', heads: 'out', exempt: 'out' }, round: 'up' },
    },
  },
  turns: {
    id: 'Bergantian di kantor dan di rumah',
    en: 'Turns at the office and at home',
    clause: { kind: 'placement', who: everybody, place: 'rotate', force: 'must' },
  },
  home: {
    id: 'Di rumah: eselon IV dan staf',
    en: 'At home: echelon IV and staff',
    clause: { kind: 'placement', who: { echelon: ['IV', 'none'] }, place: 'home', force: 'must' },
  },
  office: {
    id: 'Di kantor: pimpinan',
    en: 'At the office: those who lead',
    clause: { kind: 'placement', who: heads, place: 'office', force: 'must' },
  },
  older: {
    id: 'Dianjurkan di rumah: usia 55 tahun ke atas',
    en: 'Advised to stay at home: from 55 years on',
    clause: { kind: 'placement', who: { age: { at_least: 55 } }, place: 'home', force: 'should' },
  },
  weekday: {
    id: 'Jumat dari rumah',
    en: 'Fridays from home',
    clause: { kind: 'placement', who: everybody, when: { weekday: ['friday'] }, place: 'home', force: 'must' },
  },
  limit: {
    id: 'Pola: paling banyak dua hari dari rumah sepekan',
    en: 'Pattern: at most two days from home a week',
    clause: {
      ...{ kind: 'pattern', who: everybody, force: 'must' },
      limit: { place: 'home', max: 2, per: 'week', across: 'all' },
    },
  },
  report: {
    id: 'Laporan harian kepada atasan langsung',
    en: 'A daily report to the direct superior',
    clause: {
      ...{ kind: 'duty', who: atHome, do: 'work_report', to: 'direct_superior', force: 'must' },
      due: { every: 'workday', time: '16:00' },
    },
  },
  recall: {
    id: 'Datang bila dipanggil',
    en: 'To come when called',
    clause: { kind: 'duty', who: atHome, do: 'come_when_called', for: ['meeting', 'urgent_service'], force: 'must' },
  },
  list: {
    id: 'Kepala perangkat daerah melaporkan siapa di kantor dan di rumah',
    en: 'Heads report who is at the office and who at home',
    clause: {
      ...{ kind: 'duty', who: heads, do: 'report', what: 'named_list_office_and_home', to: 'bkpsdm', force: 'must' },
      due: { every: 'workday', time: '09:00' },
    },
  },
  coordination: {
    id: 'Kegiatan dikoordinasikan dengan satgas',
    en: 'Activities are coordinated with the task force',
    clause: {
      ...{ kind: 'duty', who: everybody, do: 'coordinate_activity', to: 'satgas', force: 'must' },
      ...{ due: { before: 'activity' }, includes_scheduled: true },
    },
  },
  travel: {
    id: 'Larangan bepergian ke luar daerah',
    en: 'A ban on travel out of the region',
    clause: {
      ...{ kind: 'ban', who: everybody, act: ['travel_out_of_region'], force: 'must' },
      unless: [{ letter: 'surat_tugas' }],
    },
  },
  service: {
    id: 'Layanan tetap buka bagi masyarakat',
    en: 'A service stays open to the public',
    clause: { kind: 'service', who: { unit: ['class:puskesmas'] }, public: 'open', force: 'must' },
  },
  presence: {
    id: 'Presensi pagi dan sore bagi yang bekerja dari rumah',
    en: 'Check-in in the morning and the afternoon for those at home',
    clause: {
      ...{ kind: 'hours', who: atHome, force: 'must' },
      presence: [
        { name: 'pagi', from: '07:00', to: '08:00' },
        { name: 'sore', from: '15:30', to: '17:00' },
      ],
    },
  },
} as const satisfies Readonly<Record<string, NewClause>>
export type NewClauseName = keyof typeof newClauses

/** The next free id of a document: `c1`, `c2`, … after the highest that it has. */
export function nextClauseId(clauses: readonly Pick<Clause, 'id'>[]): string {
  const numbers = clauses.map(({ id }) => Number(/^c(\d+)$/.exec(id)?.[1] ?? 0))
  return `c${Math.max(0, ...numbers) + 1}`
}

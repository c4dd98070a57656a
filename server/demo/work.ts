/** What people do, by the kind of place they work in. */
import type { WorkPattern } from '@piket/domain/calendar/calendar.ts'
import type { Field, Schooling } from './names.ts'

export interface Work {
  /** As printed; `{expert}` and `{skill}` stand for the step on a ladder of functional posts. */
  readonly title: string
  readonly weight: number
  readonly field: Field
  readonly schooling: readonly (readonly [Schooling, number])[]
  /** A functional post; otherwise an executor. */
  readonly functional?: boolean
}

export interface Profile {
  /** Share of women. */
  readonly women: number
  /** Share of those who are not civil servants, where the region's share is two fifths. */
  readonly contract: number
  readonly patterns: readonly (readonly [WorkPattern, number])[]
  readonly works: readonly Work[]
}

const clerks: Work['schooling'] = [
  ['school', 5],
  ['diploma', 2],
  ['degree', 4],
  ['master', 0.3],
]
const graduates: Work['schooling'] = [
  ['degree', 8],
  ['master', 2],
]
const trained: Work['schooling'] = [
  ['diploma', 6],
  ['degree', 4],
]
const unschooled: Work['schooling'] = [['school', 1]]
const fiveDays: Profile['patterns'] = [['five_day', 1]]
const shifts: Profile['patterns'] = [['shift', 1]]

export const profiles = {
  office: {
    women: 0.46,
    contract: 0.4,
    patterns: fiveDays,
    works: [
      { title: 'Pengadministrasi Umum', weight: 5, field: 'office', schooling: clerks },
      { title: 'Pengelola Data', weight: 3, field: 'office', schooling: clerks },
      { title: 'Pengelola Keuangan', weight: 3, field: 'office', schooling: clerks },
      { title: 'Bendahara', weight: 1, field: 'office', schooling: clerks },
      { title: 'Analis Perencanaan', weight: 2, field: 'office', schooling: graduates },
      { title: 'Penyusun Program, Anggaran, dan Pelaporan', weight: 2, field: 'office', schooling: graduates },
      { title: 'Pengadministrasi Kepegawaian', weight: 2, field: 'office', schooling: clerks },
      { title: 'Arsiparis {skill}', weight: 1, field: 'office', schooling: trained, functional: true },
      { title: 'Perencana Ahli {expert}', weight: 1, field: 'office', schooling: graduates, functional: true },
      { title: 'Pranata Komputer Ahli {expert}', weight: 1, field: 'office', schooling: graduates, functional: true },
      { title: 'Pengemudi', weight: 1, field: 'office', schooling: unschooled },
      { title: 'Pramu Kebersihan', weight: 1, field: 'office', schooling: unschooled },
    ],
  },
  counter: {
    women: 0.55,
    contract: 0.45,
    patterns: fiveDays,
    works: [
      { title: 'Petugas Loket', weight: 5, field: 'office', schooling: clerks },
      { title: 'Operator Layanan Operasional', weight: 4, field: 'office', schooling: clerks },
      { title: 'Pengelola Dokumen Layanan', weight: 2, field: 'office', schooling: clerks },
      { title: 'Analis Pelayanan', weight: 2, field: 'office', schooling: graduates },
      { title: 'Pranata Humas Ahli {expert}', weight: 1, field: 'office', schooling: graduates, functional: true },
    ],
  },
  technical: {
    women: 0.25,
    contract: 0.38,
    patterns: fiveDays,
    works: [
      { title: 'Pengawas Lapangan', weight: 3, field: 'technical', schooling: clerks },
      { title: 'Teknisi Sarana dan Prasarana', weight: 3, field: 'technical', schooling: trained },
      { title: 'Analis Teknis', weight: 3, field: 'technical', schooling: graduates },
      { title: 'Juru Ukur', weight: 1, field: 'technical', schooling: clerks },
      { title: 'Pengadministrasi Umum', weight: 2, field: 'office', schooling: clerks },
      {
        title: 'Teknik Pengairan Ahli {expert}',
        weight: 1,
        field: 'technical',
        schooling: graduates,
        functional: true,
      },
    ],
  },
  extension: {
    women: 0.3,
    contract: 0.4,
    patterns: fiveDays,
    works: [
      {
        title: 'Penyuluh Pertanian Ahli {expert}',
        weight: 5,
        field: 'technical',
        schooling: graduates,
        functional: true,
      },
      { title: 'Penyuluh Pertanian {skill}', weight: 3, field: 'technical', schooling: trained, functional: true },
      { title: 'Pengelola Data', weight: 2, field: 'technical', schooling: clerks },
    ],
  },
  audit: {
    women: 0.42,
    contract: 0.1,
    patterns: fiveDays,
    works: [
      { title: 'Auditor Ahli {expert}', weight: 5, field: 'office', schooling: graduates, functional: true },
      {
        title: 'Pengawas Pemerintahan Ahli {expert}',
        weight: 4,
        field: 'office',
        schooling: graduates,
        functional: true,
      },
      { title: 'Pengadministrasi Umum', weight: 2, field: 'office', schooling: clerks },
    ],
  },
  teacher: {
    women: 0.66,
    contract: 0.46,
    patterns: [
      ['six_day', 3],
      ['five_day', 5],
    ],
    works: [
      { title: 'Guru Ahli {expert}', weight: 12, field: 'school', schooling: graduates, functional: true },
      { title: 'Pengadministrasi Sekolah', weight: 1, field: 'office', schooling: clerks },
      { title: 'Penjaga Sekolah', weight: 0.6, field: 'office', schooling: unschooled },
    ],
  },
  health_centre: {
    women: 0.74,
    contract: 0.44,
    patterns: [
      ['six_day', 6],
      ['shift', 2],
    ],
    works: [
      { title: 'Perawat {skill}', weight: 7, field: 'nurse', schooling: trained, functional: true },
      { title: 'Bidan {skill}', weight: 7, field: 'midwife', schooling: trained, functional: true },
      { title: 'Dokter Ahli {expert}', weight: 2, field: 'doctor', schooling: [['degree', 1]], functional: true },
      {
        title: 'Dokter Gigi Ahli {expert}',
        weight: 0.7,
        field: 'dentist',
        schooling: [['degree', 1]],
        functional: true,
      },
      {
        title: 'Tenaga Sanitasi Lingkungan {skill}',
        weight: 1.3,
        field: 'public_health',
        schooling: trained,
        functional: true,
      },
      { title: 'Nutrisionis {skill}', weight: 1.3, field: 'public_health', schooling: trained, functional: true },
      { title: 'Asisten Apoteker {skill}', weight: 1.3, field: 'pharmacist', schooling: trained, functional: true },
      { title: 'Pengadministrasi Umum', weight: 2, field: 'office', schooling: clerks },
      { title: 'Pengemudi Ambulans', weight: 0.8, field: 'office', schooling: unschooled },
    ],
  },
  ward: {
    women: 0.72,
    contract: 0.48,
    patterns: shifts,
    works: [
      { title: 'Perawat {skill}', weight: 12, field: 'nurse', schooling: trained, functional: true },
      { title: 'Bidan {skill}', weight: 4, field: 'midwife', schooling: trained, functional: true },
      { title: 'Dokter Ahli {expert}', weight: 2, field: 'doctor', schooling: [['degree', 1]], functional: true },
      { title: 'Pramu Ruangan', weight: 2, field: 'office', schooling: unschooled },
    ],
  },
  clinic: {
    women: 0.68,
    contract: 0.42,
    patterns: [
      ['six_day', 3],
      ['five_day', 1],
    ],
    works: [
      {
        title: 'Dokter Spesialis Ahli {expert}',
        weight: 2,
        field: 'doctor',
        schooling: [['master', 1]],
        functional: true,
      },
      { title: 'Perawat {skill}', weight: 6, field: 'nurse', schooling: trained, functional: true },
      { title: 'Apoteker Ahli {expert}', weight: 1, field: 'pharmacist', schooling: [['degree', 1]], functional: true },
      {
        title: 'Pranata Laboratorium Kesehatan {skill}',
        weight: 2,
        field: 'public_health',
        schooling: trained,
        functional: true,
      },
      { title: 'Perekam Medis {skill}', weight: 2, field: 'public_health', schooling: trained, functional: true },
      { title: 'Petugas Pendaftaran', weight: 2, field: 'office', schooling: clerks },
    ],
  },
  guard: {
    women: 0.02,
    contract: 0.85,
    patterns: shifts,
    works: [{ title: 'Petugas Keamanan', weight: 1, field: 'office', schooling: unschooled }],
  },
  cleaner: {
    women: 0.24,
    contract: 0.9,
    patterns: [
      ['six_day', 4],
      ['shift', 1],
    ],
    works: [
      { title: 'Petugas Kebersihan', weight: 6, field: 'office', schooling: unschooled },
      { title: 'Pengemudi Truk Sampah', weight: 2, field: 'office', schooling: unschooled },
      { title: 'Petugas Pertamanan', weight: 2, field: 'office', schooling: unschooled },
    ],
  },
  firefighter: {
    women: 0.03,
    contract: 0.62,
    patterns: shifts,
    works: [
      { title: 'Pemadam Kebakaran {skill}', weight: 5, field: 'office', schooling: clerks, functional: true },
      { title: 'Petugas Pemadam Kebakaran', weight: 5, field: 'office', schooling: unschooled },
    ],
  },
  rescue: {
    women: 0.1,
    contract: 0.5,
    patterns: shifts,
    works: [
      { title: 'Petugas Reaksi Cepat', weight: 4, field: 'office', schooling: unschooled },
      { title: 'Operator Pusat Pengendalian Operasi', weight: 2, field: 'office', schooling: clerks },
    ],
  },
  public_order: {
    women: 0.12,
    contract: 0.55,
    patterns: [
      ['shift', 4],
      ['five_day', 1],
    ],
    works: [
      { title: 'Polisi Pamong Praja {skill}', weight: 5, field: 'office', schooling: clerks, functional: true },
      { title: 'Anggota Satuan Polisi Pamong Praja', weight: 5, field: 'office', schooling: unschooled },
    ],
  },
  traffic: {
    women: 0.1,
    contract: 0.55,
    patterns: [
      ['six_day', 2],
      ['shift', 1],
    ],
    works: [
      { title: 'Petugas Lalu Lintas Jalan', weight: 4, field: 'office', schooling: unschooled },
      {
        title: 'Penguji Kendaraan Bermotor {skill}',
        weight: 2,
        field: 'technical',
        schooling: trained,
        functional: true,
      },
      { title: 'Petugas Parkir', weight: 2, field: 'office', schooling: unschooled },
    ],
  },
  village_office: {
    women: 0.45,
    contract: 0.42,
    patterns: fiveDays,
    works: [
      { title: 'Pengadministrasi Pemerintahan', weight: 4, field: 'office', schooling: clerks },
      { title: 'Pengelola Layanan Umum', weight: 3, field: 'office', schooling: clerks },
      { title: 'Pengadministrasi Kependudukan', weight: 3, field: 'office', schooling: clerks },
      { title: 'Pengemudi', weight: 1, field: 'office', schooling: unschooled },
    ],
  },
} as const satisfies Record<string, Profile>

export type ProfileName = keyof typeof profiles

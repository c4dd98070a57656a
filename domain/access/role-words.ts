import type { Bilingual } from '../messages/problem.ts'
import type { Role } from './role.ts'

/** What roles are called. */
export const roleWords: Readonly<Record<Role, Bilingual>> = {
  employee: { id: 'Pegawai', en: 'Civil servant' },
  supervisor: { id: 'Atasan langsung', en: 'Direct superior' },
  head: { id: 'Kepala perangkat daerah', en: 'Head of agency' },
  personnel_agency: { id: 'BKPSDM', en: 'Personnel agency' },
  organisation_bureau: { id: 'Bagian Organisasi', en: 'Organisation bureau' },
  task_force: { id: 'Satuan tugas', en: 'Task force' },
  spokesperson: { id: 'Juru bicara', en: 'Spokesperson' },
  regional_head: { id: 'Pimpinan daerah', en: 'Regional head' },
  auditor: { id: 'Inspektorat', en: 'Auditor' },
  it_officer: { id: 'Petugas TI', en: 'IT officer' },
  machine: { id: 'Sistem lain', en: 'Another system' },
}

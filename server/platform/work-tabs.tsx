import { mayAtAll, type Permission } from '@piket/domain/access/permission.ts'
import type { View } from './shell.tsx'

interface Tab {
  readonly path: string
  readonly may: Permission
  readonly id: string
  readonly en: string
}

const own = [
  { path: 'laporan', may: 'own-day', id: 'Laporan', en: 'Report' },
  { path: 'izin', may: 'own-day', id: 'Izin', en: 'Permits' },
  { path: 'koreksi', may: 'own-day', id: 'Koreksi', en: 'Corrections' },
  { path: 'keberatan', may: 'own-objections', id: 'Keberatan', en: 'Objections' },
  { path: 'kasus', may: 'own-cases', id: 'Kasus', en: 'Cases' },
  { path: 'pengumuman', may: 'own-day', id: 'Pengumuman', en: 'Announcements' },
] as const satisfies readonly Tab[]

const ofTeam = [
  { path: 'hadir', may: 'vouch', id: 'Kehadiran', en: 'Presence' },
  { path: 'panggilan', may: 'recall', id: 'Panggilan', en: 'Recalls' },
  { path: 'laporan/tinjau', may: 'review-reports', id: 'Laporan', en: 'Reports' },
  { path: 'tugas', may: 'instruct', id: 'Tugas', en: 'Tasks' },
  { path: 'izin/tinjau', may: 'sign-permits', id: 'Izin', en: 'Permits' },
  { path: 'koreksi/tinjau', may: 'decide-corrections', id: 'Koreksi', en: 'Corrections' },
  { path: 'keberatan/masuk', may: 'answer-objections', id: 'Keberatan', en: 'Objections' },
  { path: 'kasus/tinjau', may: 'follow-cases', id: 'Kasus', en: 'Cases' },
  { path: 'sinyal', may: 'own-day', id: 'Tanda', en: 'Signs' },
  { path: 'presensi/mesin', may: 'import-fingerprints', id: 'Mesin', en: 'Machines' },
  { path: 'ponsel', may: 'approve-device', id: 'Ponsel', en: 'Phones' },
] as const satisfies readonly Tab[]

type Path = (typeof own | typeof ofTeam)[number]['path']

const labels = {
  own: { id: 'Pekerjaan saya', en: 'My work' },
  ofTeam: { id: 'Tim', en: 'Team' },
} as const

/** Pages of the working day beside one another: one's own, or those about the people who answer to one. */
export function WorkTabs({ view, here }: { readonly view: View; readonly here: Path }) {
  const { region, viewer, language } = view
  if (!region || !viewer) return null
  const isOwn = own.some(({ path }) => path === here)
  const tabs: readonly Tab[] = isOwn ? own : ofTeam
  return (
    <nav class="seg" aria-label={labels[isOwn ? 'own' : 'ofTeam'][language]}>
      {tabs
        .filter(({ may }) => mayAtAll(viewer, may))
        .map(({ path, [language]: words }) => (
          <a href={`/${region.slug}/${path}`} aria-current={path === here ? 'page' : undefined}>
            {words}
          </a>
        ))}
    </nav>
  )
}

import { mayAtAll, type Permission } from '@piket/domain/access/permission.ts'
import type { View } from './shell.tsx'

const tabs = [
  { path: 'laporan', may: 'own-day', id: 'Laporan saya', en: 'My report' },
  { path: 'laporan/tinjau', may: 'review-reports', id: 'Tinjau laporan', en: 'Review' },
  { path: 'tugas', may: 'instruct', id: 'Beri tugas', en: 'Tasks' },
  { path: 'izin', may: 'own-day', id: 'Izin saya', en: 'My permits' },
  { path: 'izin/tinjau', may: 'sign-permits', id: 'Tanda tangani izin', en: 'Sign permits' },
  { path: 'panggilan', may: 'recall', id: 'Panggilan', en: 'Recalls' },
  { path: 'pengumuman', may: 'own-day', id: 'Pengumuman', en: 'Announcements' },
] as const satisfies readonly { path: string; may: Permission; id: string; en: string }[]

/** Pages of the working day beside one another, each for those who may open it. */
export function WorkTabs({ view, here }: { readonly view: View; readonly here: (typeof tabs)[number]['path'] }) {
  const { region, viewer, language } = view
  if (!region || !viewer) return null
  return (
    <nav class="seg" aria-label={language === 'id' ? 'Laporan dan tugas' : 'Reports and tasks'}>
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

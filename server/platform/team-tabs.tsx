import { mayAtAll, type Permission } from '@piket/domain/access/permission.ts'
import type { View } from './shell.tsx'

const tabs = [
  { path: 'hadir', may: 'vouch', id: 'Tim', en: 'Team' },
  { path: 'koreksi/tinjau', may: 'decide-corrections', id: 'Koreksi', en: 'Corrections' },
  { path: 'keberatan/masuk', may: 'answer-objections', id: 'Keberatan', en: 'Objections' },
  { path: 'sinyal', may: 'own-day', id: 'Tanda', en: 'Signs' },
  { path: 'ponsel', may: 'approve-device', id: 'Ponsel', en: 'Phones' },
] as const satisfies readonly {
  path: string
  may: Permission
  id: string
  en: string
}[]

/** Pages about the presence of one's own people beside one another, each for those who may open it. */
export function TeamTabs({ view, here }: { readonly view: View; readonly here: (typeof tabs)[number]['path'] }) {
  const { region, viewer, language } = view
  if (!region || !viewer) return null
  return (
    <nav class="seg" aria-label={language === 'id' ? 'Kehadiran' : 'Presence'}>
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

import { may, mayAtAll } from '@piket/domain/access/permission.ts'
import type { Viewer } from '@piket/domain/access/role.ts'
import type { Day } from '@piket/domain/calendar/day.ts'
import type { ComponentChildren } from 'preact'
import { along, dayOfAddress, takenAlong } from './along.ts'
import type { Assets } from './assets.ts'
import { dayText, type Language, timeText } from './language.ts'
import { RefusalOfPage } from './refused-form.tsx'

/** What every page is given: whose it is, in which language, at which address. */
export interface View {
  readonly language: Language
  /** Path and query of the page, for the switch of language. */
  readonly address: string
  /**
   * It answers a form: what it shows, what was typed or a secret told once, cannot be asked for again at any address.
   * Nothing offers to, the switch of language neither.
   */
  readonly isAnswer: boolean
  readonly assets: Pick<
    Assets,
    | ('theme' | 'desk' | 'enhance' | 'day' | 'passkey' | 'account' | 'renew' | 'report' | 'inspection')
    | ('workbench' | 'effect')
  >
  readonly region?: { readonly slug: string; readonly name: string; readonly today: Day }
  /** Who has signed in to the region. */
  readonly viewer?: Viewer & { readonly name: string }
  /** Demonstration data, never to be taken for a record. */
  readonly demonstration: boolean
}

export interface ShellProps {
  readonly view: View
  readonly title: string
  /** Which entry of the menu the page belongs to. */
  readonly here?: Section
  readonly wide?: boolean
  /**
   * It must be painted soon on a slow phone, and draws no table, grid or bar and chooses nothing from a list: it goes
   * without what only these need.
   */
  readonly swift?: boolean
  /** A script of this page alone. */
  readonly script?: string | undefined
  /** Marks the session that the page belongs to, where a phone may keep it. */
  readonly session?: string | undefined
  readonly children: ComponentChildren
}

/** What anybody may open. */
export const sections = ['hari', 'edaran', 'jadwal', 'layanan', 'situasi'] as const
/** What belongs to somebody who has signed in. */
type PersonalSection = 'saya' | 'tim' | 'unit' | 'semua-opd' | 'kegiatan' | 'rapat' | 'sidak'
export type Section = (typeof sections)[number] | PersonalSection

const text = {
  id: {
    skip: 'Langsung ke isi',
    menu: 'Utama',
    saya: 'Hari saya',
    tim: 'Tim',
    unit: 'Unit',
    'semua-opd': 'Semua OPD',
    kegiatan: 'Kegiatan',
    rapat: 'Rapat',
    sidak: 'Sidak',
    signIn: 'Masuk',
    account: (name: string) => `Akun: ${name}`,
    hari: 'Hari ini',
    edaran: 'Surat edaran',
    jadwal: 'Jadwal',
    layanan: 'Layanan',
    situasi: 'Situasi',
    other: 'English',
    demo: 'Data peragaan: pegawai dan unit rekaan, bukan catatan resmi. Pertanyaan terbuka dijawab biro peragaan.',
    known: (at: string) => `Seperti diketahui per ${at}.`,
    notSimulated: 'Usulan tidak disimulasikan di halaman ini: yang tampak mengikuti aturan yang berlaku.',
    foot: 'Setiap jawaban menyebut butirnya. Nama wilayah: idn-area-data (ODbL).',
  },
  en: {
    skip: 'Skip to content',
    menu: 'Main',
    saya: 'My day',
    tim: 'Team',
    unit: 'Unit',
    'semua-opd': 'All agencies',
    kegiatan: 'Activities',
    rapat: 'Meetings',
    sidak: 'Inspections',
    signIn: 'Sign in',
    account: (name: string) => `Account: ${name}`,
    hari: 'Today',
    edaran: 'Circulars',
    jadwal: 'Rosters',
    layanan: 'Services',
    situasi: 'Situation',
    other: 'Bahasa Indonesia',
    demo: 'Demonstration data: staff and units are invented, no official record. Open questions are answered by a demonstration bureau.',
    known: (at: string) => `As known at ${at}.`,
    notSimulated: 'Proposals are not simulated on this page: it follows the rules in force.',
    foot: 'Every answer cites its clause. Area names: idn-area-data (ODbL).',
  },
} as const

/** The frame of every page: works without script, reads well aloud, switches language at the same address. */
export function Shell({ view, title, here, wide, swift, script, session, children }: ShellProps) {
  const t = text[view.language]
  const { region, assets } = view
  return (
    <html lang={view.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} – Piket`}</title>
        <link rel="icon" href="/favicon.ico" type="image/svg+xml" />
        <link rel="stylesheet" href={assets.theme} />
        {assets.desk && !swift && <link rel="stylesheet" href={assets.desk} />}
        <link rel="manifest" href="/aplikasi.webmanifest" />
        <meta name="theme-color" content="#1b2a3d" />
        {script && <script type="module" src={script} />}
        {assets.enhance && !swift && <script type="module" src={assets.enhance} />}
      </head>
      <body data-session={session}>
        <a class="ds-skip-link" href="#isi">
          {t.skip}
        </a>
        <header class="top">
          <a class="mark" href="/">
            Piket
          </a>
          {region && <span class="region">{region.name}</span>}
          {region && (
            <nav aria-label={t.menu}>
              {[...personalSections(view), ...sections].map((section) => (
                <a
                  href={sectionHref(region, section, view.address)}
                  aria-current={section === here ? 'page' : undefined}
                >
                  {t[section]}
                </a>
              ))}
            </nav>
          )}
          <div class="mine">
            <Account view={view} />
            {!view.isAnswer && (
              <a
                class="tongue"
                href={switched(view)}
                hreflang={view.language === 'id' ? 'en' : 'id'}
                lang={view.language === 'id' ? 'en' : 'id'}
              >
                {t.other}
              </a>
            )}
          </div>
        </header>
        {view.demonstration && <aside class="demo">{t.demo}</aside>}
        {here && <Asked view={view} here={here} />}
        <main class={wide ? 'page wide' : 'page'} id="isi">
          <RefusalOfPage />
          {children}
        </main>
        <footer class="foot">{t.foot}</footer>
      </body>
    </html>
  )
}

const isPersonal = (section: Section): section is PersonalSection => !(sections as readonly string[]).includes(section)

const personalSections = ({ viewer }: View): readonly PersonalSection[] => [
  ...(viewer?.employee === undefined ? [] : (['saya'] as const)),
  ...(viewer && mayAtAll(viewer, 'vouch') ? (['tim'] as const) : []),
  ...(viewer?.roles.some(({ role }) => role === 'head') ? (['unit'] as const) : []),
  ...(viewer && mayAtAll(viewer, 'read-returns') ? (['semua-opd'] as const) : []),
  ...(viewer ? (['kegiatan'] as const) : []),
  ...(viewer && sharesInMeetings(viewer) ? (['rapat'] as const) : []),
  ...(viewer && mayAtAll(viewer, 'inspect') ? (['sidak'] as const) : []),
]

/** Whom meetings concern day by day: who reads all of them, and the heads who follow them up. */
const sharesInMeetings = (viewer: Viewer): boolean =>
  may(viewer, 'read-meetings', { region: viewer.region }) || mayAtAll(viewer, 'settle-follow-ups')

/** Who has signed in, or the way in. */
function Account({ view: { language, region, viewer, address } }: { readonly view: View }) {
  const t = text[language]
  if (!region) return null
  const href = `/${region.slug}/${viewer ? 'akun' : `masuk?${new URLSearchParams({ ke: address })}`}`
  return (
    <a class="who" href={href} aria-label={viewer && t.account(viewer.name)}>
      {viewer?.name ?? t.signIn}
    </a>
  )
}

/** Sections stay at the day that is looked at; today is today, and of a day to come there is no situation. */
function sectionHref({ slug, today }: NonNullable<View['region']>, section: Section, address: string): string {
  if (isPersonal(section)) return `/${slug}/${section === 'tim' ? 'hadir' : section}`
  if (section === 'hari') return `/${slug}${along(address, {})}`
  const tanggal = dayOfAddress(address)
  const isAhead = section === 'situasi' && tanggal !== null && tanggal > today
  return `/${slug}/${section}${along(address, isAhead ? {} : { tanggal })}`
}

/** Sections that show no simulation. */
const ofLaw: readonly Section[] = ['jadwal', 'layanan', 'situasi']

/**
 * What the address asks that changes all of a page: an earlier knowledge, a simulation that it does not show. Refusals,
 * which belong to no section, answer neither.
 */
function Asked({ view: { address, language }, here }: { readonly view: View; readonly here: Section }) {
  const t = text[language]
  const { per = '', simulasi } = Object.fromEntries(takenAlong(address))
  const isInstant = /^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$/.test(per)
  const known = isInstant && `${dayText(per.slice(0, 10) as Day, language)} ${timeText(per, language)}`.trim()
  const said = [known ? t.known(known) : '', simulasi !== undefined && ofLaw.includes(here) ? t.notSimulated : '']
  const words = said.filter(Boolean).join(' ')
  return words === '' ? null : <aside class="demo">{words}</aside>
}

/** The same page in the other language. */
function switched({ address, language }: View): string {
  const [path = '/', query = ''] = address.split('?')
  const parameters = new URLSearchParams(query)
  parameters.set('bahasa', language === 'id' ? 'en' : 'id')
  return `${path}?${parameters}`
}

import { mayAtAll } from '@piket/domain/access/permission.ts'
import { windowTimes } from '@piket/domain/attendance/working-hours.ts'
import { instantAt, zoneOffset } from '@piket/domain/calendar/zone.ts'
import { notWorking } from '@piket/domain/decision/row.ts'
import { clockWords } from '@piket/domain/messages/day-words.ts'
import { placeWords } from '@piket/domain/messages/words.ts'
import { agencyOf } from '@piket/domain/staff/facts.ts'
import { dayText, type Language, shortWeekday, timeText } from '#platform/language.ts'
import { Law } from '#platform/law.tsx'
import { OfflineNotice } from '#platform/offline-notice.tsx'
import { toneOf } from '#platform/parts.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import { CheckInCard } from './check-in-card-page.tsx'
import { Hero, WantedBy } from './hero-page.tsx'
import { RecallCard } from './recall-card-page.tsx'
import type { Today } from './service.ts'
import type { Text } from './text.ts'

export interface TodayProps {
  readonly view: View
  readonly today: Today
  /** Code of the office's screen that was scanned. */
  readonly code: string | undefined
  readonly t: Text
}

export function TodayPage({ view, today, code, t }: TodayProps) {
  const { language } = view
  const { found, region, documents, unitName, now } = today
  const { row } = found
  const ruling = documents.get(row.circular ?? '')
  return (
    <Shell view={view} title={t.title} here="saya" swift script={view.assets.day} session={today.session}>
      <OfflineNotice asOf={now} language={language} />
      <RecallCard today={today} language={language} t={t} />
      <div class="cols">
        <div class="stack">
          <Hero today={today} language={language} t={t} />
          <section class="card stack-s" aria-label={t.hours}>
            <WantedBy today={today} language={language} t={t} />
            {ruling &&
              row.clause.map((id) => (
                <Law doc={ruling} id={id} unitName={unitName} slug={region.slug} query="" language={language} />
              ))}
            <Hours today={today} language={language} t={t} />
            <p class="small">
              <a href={`/${region.slug}/pegawai/${row.employee}`}>{t.why}</a>
            </p>
            <p class="small">
              <a href={`/${region.slug}/keberatan`}>{t.object}</a>
            </p>
          </section>
        </div>
        {notWorking.has(row.place) ? (
          <section class="card">
            <p>{t.notDue}</p>
          </section>
        ) : (
          <CheckInCard today={today} scanned={code} language={language} t={t} />
        )}
      </div>
      <WorkCard today={today} viewer={view.viewer} language={language} t={t} />
      <Ahead today={today} language={language} t={t} />
    </Shell>
  )
}

export interface PartProps {
  readonly today: Today
  readonly language: Language
  readonly t: Text
}

function Hours({ today: { attendance, supervisor }, language, t }: PartProps) {
  const { hours } = attendance
  const clock = (time: string) => clockWords(time)[language]
  const [, from = '', until = '', minutes = ''] = /^(\d\d:\d\d)-(\d\d:\d\d)\/(\d+)$/.exec(hours?.hours ?? '') ?? []
  return (
    <dl class="facts small">
      {hours && from !== '' && (
        <>
          <dt>{t.hours}</dt>
          <dd>
            {clock(from)}–{clock(until)}, {t.break(minutes)} ({hours.source === 'clause' ? t.byClause : t.byLaw})
          </dd>
        </>
      )}
      {hours && hours.windows.length > 0 && (
        <>
          <dt>{t.windows}</dt>
          <dd>
            {hours.windows
              .map((window) => ({ kind: window.kind, ...windowTimes(window) }))
              .map(({ kind, from, until }) => t.window[kind](clock(from), clock(until)))
              .join('; ')}
          </dd>
        </>
      )}
      <dt>{t.superior}</dt>
      <dd>{supervisor ?? t.noSuperior}</dd>
    </dl>
  )
}

interface WorkProps extends PartProps {
  readonly viewer: View['viewer']
}

/** What is to be written, done and read today. */
function WorkCard({ today, viewer, language, t }: WorkProps) {
  const { region, report, instructions, unread, permitsWaiting, casesAsking } = today
  const own = `/${region.slug}`
  const due = report?.deadlineAt ?? null
  return (
    <section class="card stack-s" aria-labelledby="kerja">
      <h2 id="kerja">{t.work}</h2>
      <ul class="list">
        {report && (
          <li>
            <a href={`${own}/laporan`}>{t.report}</a>: {t.standings[report.standing]}
            {due !== null && ` (${t.until(timeText(instantAt(due, zoneOffset[region.zone]), language))})`}
          </li>
        )}
        {casesAsking > 0 && (
          <li>
            <a href={`${own}/kasus`}>{t.casesAsking(casesAsking)}</a>
          </li>
        )}
        {instructions.map(({ text, due: day, giver }) => (
          <li>
            {text} <span class="small quiet">{t.task(giver, dayText(day, language))}</span>
          </li>
        ))}
        {unread.length > 0 && (
          <li>
            <a href={`${own}/pengumuman`}>{t.unread(unread.length)}</a>
          </li>
        )}
        {viewer && mayAtAll(viewer, 'vouch') && (
          <li>
            <a href={`${own}/hadir`}>{t.team}</a>
          </li>
        )}
        {viewer && mayAtAll(viewer, 'answer-objections') && (
          <li>
            <a href={`${own}/keberatan/masuk`}>{t.objections}</a>
          </li>
        )}
        {viewer && mayAtAll(viewer, 'follow-cases') && (
          <li>
            <a href={`${own}/kasus/tinjau`}>{t.cases}</a>
          </li>
        )}
        {permitsWaiting > 0 && (
          <li>
            <a href={`${own}/izin/tinjau`}>{t.permits(permitsWaiting)}</a>
          </li>
        )}
        <li>
          <a href={`${own}/izin`}>{t.askPermit}</a>
        </li>
      </ul>
    </section>
  )
}

function Ahead({ today: { found, region, day: today }, language, t }: PartProps) {
  return (
    <section class="card stack-s" aria-labelledby="depan">
      <header>
        <h2 id="depan">{t.ahead}</h2>
        <a class="small" href={`/${region.slug}/jadwal/${encodeURIComponent(agencyOf(found.person.unit))}`}>
          {t.roster}
        </a>
      </header>
      <ol class="strip ten">
        {found.ahead
          .filter((one) => one.day > today)
          .slice(0, 10)
          .map(({ day, place, usual, leftOpen }) => (
            <li data-place={leftOpen ? 'conflict' : toneOf(place)}>
              {shortWeekday(day, language)}
              <b>{Number(day.slice(8))}</b>
              <span>
                {leftOpen ? t.open : placeWords[place][language]}
                {usual && <small> {t.usualPlace}</small>}
              </span>
            </li>
          ))}
      </ol>
    </section>
  )
}

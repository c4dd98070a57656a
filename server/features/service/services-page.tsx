import { mayAtAll } from '@piket/domain/access/permission.ts'
import { addDays, type Day } from '@piket/domain/calendar/day.ts'
import { dutyWords, forceWords, wordFor } from '@piket/domain/messages/words.ts'
import { along } from '#platform/along.ts'
import { longDay, shortDay, zoneText } from '#platform/language.ts'
import { BesideLink } from '#platform/paging.tsx'
import { folding, Heading, Notice, TakenAlong } from '#platform/parts.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import type { District } from '../area/service.ts'
import type { DayAhead, Looked, PublicServices } from './service.ts'
import { ServiceCells } from './service-page.tsx'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly code: string
  readonly zone: string
  readonly today: Day
  readonly isPast: boolean
  readonly found: PublicServices
  readonly ahead: readonly DayAhead[]
  readonly districts: readonly District[]
  readonly looked: Looked
  readonly t: Text
}

/** The public board of a region on a day. */
export function ServicesPage(props: Props) {
  const { view, slug, code, zone, today, isPast, found, ahead, looked, t } = props
  const { language } = view
  const { day, asked } = found
  const filter = { kecamatan: looked.district, cari: looked.search || undefined }
  const dayHref = (to: Day) => `/${slug}/layanan${along(view.address, { tanggal: to, ...filter })}`
  const law = ({ circular, clause }: { readonly circular: string; readonly clause: string }) =>
    `/${slug}/edaran/${circular}${along(view.address, { tanggal: day })}#${clause}`
  const title = day === today ? t.title : t.titleOn
  const json = new URLSearchParams({ date: day, ...jsonFilter(looked) })
  return (
    <Shell view={view} title={title} here="layanan">
      <div class="head">
        <div>
          <h1>{title}</h1>
          <p>
            {longDay(day, language)} {zoneText(zone)}
          </p>
        </div>
        <p class="act">
          <a class="ds-button" data-size="sm" href={`/${slug}/pengaduan`}>
            {t.complain}
          </a>
          {view.viewer && mayAtAll(view.viewer, 'answer-complaints') && (
            <a href={`/${slug}/pengaduan/meja`}>{t.desk}</a>
          )}
        </p>
      </div>
      {isPast && (
        <Notice tone="neutral" title={t.past}>
          <p>{t.pastLead}</p>
        </Notice>
      )}
      {ahead.length > 0 && (
        <nav aria-label={t.ahead}>
          <ol class="strip seven">
            {ahead.map((one) => (
              <li data-place={one.open + one.limited > 0 ? 'office' : 'leave'}>
                <a href={dayHref(one.day)} aria-current={one.day === day ? 'date' : undefined}>
                  {shortDay(one.day, language)}
                </a>
                <span>{one.open + one.limited > 0 ? t.glance(one) : t.off[one.kind] || t.nothingSaid}</span>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <Units {...props} law={law} />
      {asked.duties.length > 0 && (
        <section class="card stack-s" aria-labelledby="masyarakat">
          <h2 id="masyarakat">{t.asked}</h2>
          <ul class="list">
            {asked.duties.map(({ do: what, force, circular, clause }) => (
              <li>
                {forceWords[force][language]} {wordFor(dutyWords, what)[language]} (
                <a href={law({ circular, clause })}>{t.clause(clause)}</a>)
              </li>
            ))}
          </ul>
        </section>
      )}
      <section class="card stack-s" aria-labelledby="arsip">
        <h2 id="arsip">{t.archive}</h2>
        <p class="small">{t.archiveLead}</p>
        <form class="act find" method="get">
          <label for="tanggal">{t.day}</label>
          <input id="tanggal" class="ds-input" type="date" name="tanggal" value={day} />
          <button class="ds-button" data-variant="secondary" data-size="sm" type="submit">
            {t.open}
          </button>
        </form>
        <p class="act">
          <BesideLink to={addDays(day, -1)} href={dayHref} rel="prev">
            {t.before}
          </BesideLink>
          <BesideLink to={addDays(day, 1)} href={dayHref} rel="next">
            {t.after}
          </BesideLink>
          <a href={`/api/v1/regions/${code}/services?${json}`}>JSON</a>
        </p>
      </section>
    </Shell>
  )
}

const jsonFilter = ({ search, district }: Looked) => ({ ...(search && { search }), ...(district && { district }) })

interface UnitsProps extends Props {
  readonly law: (service: { readonly circular: string; readonly clause: string }) => string
}

/** The filters, and every unit that fits. */
function Units({ view, slug, found, districts, looked, law, t }: UnitsProps) {
  const { units, day } = found
  return (
    <section class="card stack" aria-labelledby="layanan">
      <h2 id="layanan">{t.service}</h2>
      <form class="act find" method="get">
        <input type="hidden" name="tanggal" value={day} />
        <TakenAlong address={view.address} />
        <label class="ds-sr-only" for="cari">
          {t.search}
        </label>
        <input id="cari" class="ds-input" type="search" name="cari" value={looked.search} placeholder={t.search} />
        {districts.length > 0 && (
          <>
            <label class="ds-sr-only" for="kecamatan">
              {t.district}
            </label>
            <select id="kecamatan" class="ds-input" name="kecamatan">
              <option value="">{t.everywhere}</option>
              {districts.map(({ code, name }) => (
                <option value={code} selected={code === looked.district}>
                  {name}
                </option>
              ))}
            </select>
          </>
        )}
        <button class="ds-button" data-variant="secondary" data-size="sm" type="submit">
          {t.find}
        </button>
      </form>
      <p class="small">{leadText(found, t)}</p>
      {looked.district && <p class="small quiet">{t.districtHint}</p>}
      {found.anySpeaks && units.length === 0 && <p>{t.nothing}</p>}
      {units.length > 0 && (
        <table class="ds-table fold duo" {...folding.table}>
          <Heading columns={[t.service, t.state, t.hours, t.protocol, t.why]} />
          <tbody {...folding.rows}>
            {units.map(({ unit, name, within, services }) => (
              <tr {...folding.row}>
                <th {...folding.header} scope="row">
                  <a href={`/${slug}/layanan/${encodeURIComponent(unit)}`}>{name}</a>
                  {within && <span class="small quiet"> · {within}</span>}
                </th>
                <ServiceCells services={services} law={law} language={view.language} t={t} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

/** What the list holds; a day off is called one. */
function leadText({ kind, anySpeaks }: PublicServices, t: Text): string {
  const off = t.off[kind]
  if (off === '') return anySpeaks ? t.lead : t.none
  return anySpeaks ? `${t.lead} ${t.closedBut(off)}` : t.closed(off)
}

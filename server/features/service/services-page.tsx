import type { Day } from '@piket/domain/calendar/day.ts'
import type { RowService } from '@piket/domain/decision/row.ts'
import { dutyWords, forceWords, protocolWords, serviceWords, wordFor } from '@piket/domain/messages/words.ts'
import { along } from '#platform/along.ts'
import { longDay, zoneText } from '#platform/language.ts'
import { folding, Heading, TakenAlong } from '#platform/parts.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import type { PublicServices } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly zone: string
  readonly day: Day
  readonly found: PublicServices
  readonly search: string
  readonly t: Text
}

const tones: Readonly<Record<string, string>> = { open: 'office', limited: 'unknown', closed: 'leave' }

export function ServicesPage({ view, slug, zone, day, found, search, t }: Props) {
  const query = along(view.address, { tanggal: day })
  const { language } = view
  const { units } = found
  return (
    <Shell view={view} title={t.title} here="layanan">
      <div class="head">
        <div>
          <h1>{t.title}</h1>
          <p>
            {longDay(day, language)} {zoneText(zone)}
          </p>
        </div>
        <form class="act" method="get">
          <input type="hidden" name="tanggal" value={day} />
          <TakenAlong address={view.address} />
          <label class="ds-sr-only" for="cari">
            {t.search}
          </label>
          <input id="cari" type="search" name="cari" value={search} placeholder={t.search} />
          <button class="ds-button" data-variant="secondary" data-size="sm" type="submit">
            {t.find}
          </button>
        </form>
      </div>
      <section class="card stack" aria-labelledby="layanan">
        <h2 id="layanan">{t.service}</h2>
        <p class="small">{leadText(found, t)}</p>
        {found.anySpeaks && units.length === 0 && <p>{t.nothing}</p>}
        {units.length > 0 && (
          <table class="ds-table fold duo" {...folding.table}>
            <Heading columns={[t.service, t.state, t.hours, t.why]} />
            <tbody {...folding.rows}>
              {units.map(({ name, within, services }) => (
                <tr {...folding.row}>
                  <th {...folding.header} scope="row">
                    {name}
                    {within && <span class="small quiet"> · {within}</span>}
                  </th>
                  <td {...folding.cell} data-l={t.state}>
                    {services.map((service) => (
                      <span class="place" data-place={tones[service.public] ?? 'unknown'}>
                        {capital(wordFor(serviceWords, service.public)[language])}
                      </span>
                    ))}
                  </td>
                  <td {...folding.cell} data-l={t.hours}>
                    {services.map((service) => hoursText(service, t)).join(', ')}
                  </td>
                  <td {...folding.cell} data-l={t.why} class="small">
                    {services.map(({ circular, clause, protocol }) => (
                      <>
                        <a href={`/${slug}/edaran/${circular}${query}#${clause}`}>{t.clause(clause)}</a>
                        {protocol !== null && ` · ${wordFor(protocolWords, protocol)[language]}`}
                      </>
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
      {found.asked.duties.length > 0 && (
        <section class="card stack-s" aria-labelledby="masyarakat">
          <h2 id="masyarakat">{t.asked}</h2>
          <ul class="list">
            {found.asked.duties.map(({ do: what, force, circular, clause }) => (
              <li>
                {forceWords[force][language]} {wordFor(dutyWords, what)[language]} (
                <a href={`/${slug}/edaran/${circular}${query}#${clause}`}>{t.clause(clause)}</a>)
              </li>
            ))}
          </ul>
        </section>
      )}
    </Shell>
  )
}

/** What the list holds; a day off is called one. */
function leadText({ kind, anySpeaks }: PublicServices, t: Text): string {
  const off = t.off[kind]
  if (off === '') return anySpeaks ? t.lead : t.none
  return anySpeaks ? `${t.lead} ${t.closedBut(off)}` : t.closed(off)
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

const hoursText = ({ hours }: RowService, t: Text): string => {
  if (hours === null) return t.asUsual
  if (hours === 'not_decided') return t.notDecided
  return hours === 'undetermined' ? t.undetermined : hours
}

import { channelKinds, channelLink } from '@piket/domain/service/channel.ts'
import { longDay } from '#platform/language.ts'
import { folding, Heading } from '#platform/parts.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import type { UnitBoard } from './service.ts'
import { ServiceCells } from './service-page.tsx'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly found: UnitBoard
  readonly t: Text
}

/** The board of one unit: today and the days after. */
export function UnitPage({ view, slug, found: { unit, name, within, days, channels }, t }: Props) {
  const path = `/${slug}/layanan/${encodeURIComponent(unit)}`
  return (
    <Shell view={view} title={name} here="layanan">
      <div class="head">
        <div>
          <h1>{name}</h1>
          {within && <p>{within}</p>}
        </div>
        <p class="act">
          <a class="ds-button" data-size="sm" href={`/${slug}/pengaduan?${new URLSearchParams({ unit })}`}>
            {t.complain}
          </a>
          <a href={`${path}/poster`}>{t.poster}</a>
        </p>
      </div>
      {channels.length > 0 && (
        <section class="card" aria-labelledby="saluran">
          <h2 id="saluran">{t.channels}</h2>
          <ul class="list">
            {channels.map((one) => (
              <li>
                {channelKinds[one.kind][view.language]}: <a href={channelLink(one) ?? ''}>{one.address}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section class="card stack" aria-labelledby="hari">
        <h2 id="hari">{t.ahead}</h2>
        <table class="ds-table fold duo" {...folding.table}>
          <Heading columns={[t.day, t.state, t.hours, t.protocol, t.why]} />
          <tbody {...folding.rows}>
            {days.map(({ date, kind, services }) => (
              <tr {...folding.row}>
                <th {...folding.header} scope="row">
                  {longDay(date, view.language)}
                </th>
                {services.length === 0 ? (
                  <td {...folding.cell} colSpan={4}>
                    {t.off[kind] || t.unruled}
                  </td>
                ) : (
                  <ServiceCells
                    services={services}
                    law={({ circular, clause }) => `/${slug}/edaran/${circular}?tanggal=${date}#${clause}`}
                    language={view.language}
                    t={t}
                  />
                )}
              </tr>
            ))}
          </tbody>
        </table>
        <p>
          <a href={`/${slug}/layanan`}>{t.all}</a>
        </p>
      </section>
    </Shell>
  )
}

import type { Day } from '@piket/domain/calendar/day.ts'
import { orderSentence } from '@piket/domain/decision/explain.ts'
import { isGap } from '@piket/domain/decision/row.ts'
import type { Seated } from '@piket/domain/decision/seats.ts'
import { forceWords, wordFor } from '@piket/domain/messages/words.ts'
import { along } from '#platform/along.ts'
import { longDay, timeText, zoneText } from '#platform/language.ts'
import { Notice, PlaceChip } from '#platform/parts.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import { DayForm, SeatBar } from './region-day-page.tsx'
import type { AgencyDay } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly zone: string
  readonly day: Day
  readonly known: string
  readonly agency: AgencyDay
  readonly people: readonly Seated[]
  readonly unitName: (unit: string) => string
  readonly simulate: Day | undefined
  readonly t: Text
}

export function AgencyPage({ view, slug, zone, day, known, agency, people, unitName, simulate, t }: Props) {
  const query = along(view.address, { tanggal: day })
  return (
    <Shell view={view} title={`${agency.name}, ${longDay(day, view.language)}`} here="hari">
      <div class="head">
        <div>
          <h1>{agency.name}</h1>
          <p>
            {longDay(day, view.language)} · {t.known(timeText(known, view.language))} {zoneText(zone)}
          </p>
        </div>
        <DayForm day={day} address={view.address} t={t} />
      </div>
      {simulate !== undefined && (
        <Notice tone="unknown">
          <p>{t.simulated(longDay(simulate, view.language))}</p>
        </Notice>
      )}
      <section class="card stack" aria-labelledby="kursi">
        <h2 id="kursi">{t.seatsTitle}</h2>
        <SeatBar agency={agency} language={view.language} t={t} />
        <p class="small">
          <a href={`/${slug}/jadwal/${agency.unit}${query}`}>{t.rosterLink}</a>
        </p>
      </section>
      <section class="card" aria-labelledby="papan">
        <h2 id="papan">{t.boardTitle}</h2>
        <table class="ds-table fold tight">
          <thead>
            <tr>
              <th scope="col">{t.name}</th>
              <th scope="col">{t.place}</th>
              <th scope="col">{t.subUnit}</th>
              <th scope="col">{t.basis}</th>
            </tr>
          </thead>
          <tbody>
            {people.map(({ person, finding }) => (
              <tr>
                <th scope="row">
                  <a href={`/${slug}/pegawai/${person.employee}${query}`}>{person.name}</a>
                </th>
                <td>
                  <PlaceChip place={finding.place} language={view.language} />
                </td>
                <td class="small">
                  {person.title ?? wordFor({}, person.position)[view.language]} · {unitName(person.unit)}
                </td>
                <td class="small quiet">{basisOf(finding, view.language, t)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Shell>
  )
}

/** The order or the clauses that decide; a document that decides without one does so for a reason that is not shown. */
function basisOf(finding: Seated['finding'], language: View['language'], t: Text): string {
  const { override, circular, clause, force } = finding
  if (override) return orderSentence(override)[language]
  if (isGap(finding)) return t.noClause
  if (circular === null) return '–'
  const what = clause.length === 0 ? t.individual : t.clause(clause.join(', '))
  return force === 'default' ? what : `${what} (${forceWords[force][language]})`
}

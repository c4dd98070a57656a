import { longDay } from '#platform/language.ts'
import { Law } from '#platform/law.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import type { Ahead } from './service.ts'
import { StandingChip } from './standing-page.tsx'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly ahead: Ahead
  /** A moment in words, in the region's own time. */
  readonly moment: (at: Date) => string
  readonly t: Text
}

/** Every activity on the calendar that the rules as known now ask to be coordinated, under the clauses that ask it. */
export function AheadPage({ view, slug, ahead, moment, t }: Props) {
  const { language } = view
  const { activities, areas, law } = ahead
  const clauses = new Map(
    activities.flatMap(({ against }) => against).map((one) => [`${one.circular}/${one.clause}`, one]),
  )
  const called = (code: string | null) => areas.districts.find((one) => one.code === code)?.name
  return (
    <Shell view={view} title={t.againPage} here="kegiatan">
      <div class="head">
        <div>
          <h1>{t.againPage}</h1>
          <p>{t.againLead}</p>
        </div>
        <a href={`/${slug}/kegiatan`}>{t.toCalendar}</a>
      </div>
      {activities.length === 0 && <p class="card">{t.nothingAhead}</p>}
      {[...clauses].map(([name, { circular, clause }]) => {
        const doc = law.documents.get(circular)
        const concerned = activities.filter(({ against }) =>
          against.some((one) => one.circular === circular && one.clause === clause),
        )
        return (
          <section class="card stack" aria-label={`${t.byClause}: ${name}`}>
            {doc && <Law doc={doc} id={clause} unitName={law.unitName} slug={slug} query="" language={language} />}
            <ul class="list">
              {concerned.map((one) => (
                <li class="row">
                  <div class="grow stack-s">
                    <p>
                      <a href={`/${slug}/kegiatan/${one.activity}`}>
                        <strong>{[one.purpose, one.villageName ?? one.place].filter(Boolean).join(', ')}</strong>
                      </a>
                    </p>
                    <p class="small">
                      {[one.agencyName, longDay(one.day, language), called(one.district)].filter(Boolean).join(' · ')}
                    </p>
                    <p class="small quiet">
                      {[
                        t.since(longDay(one.registeredOn, language)),
                        one.toldAt === null ? '' : t.told(moment(one.toldAt)),
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </p>
                  </div>
                  <StandingChip activity={one} t={t} />
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </Shell>
  )
}

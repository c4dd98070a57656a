import { type Page, PageLinks } from '#platform/paging.tsx'
import { PlaceChip } from '#platform/parts.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import { WorkTabs } from '#platform/work-tabs.tsx'
import type { Attendance } from '../attendance/service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  /** Everybody in reach. */
  readonly people: number
  /** Those of whom too little is on record, a page at a time. */
  readonly open: Page<Attendance> & { readonly count: number }
  readonly t: Text
}

/** Of whom a superior may have to say that they were there. */
export function TeamPage({ view, slug, people, open, t }: Props) {
  const { language } = view
  return (
    <Shell view={view} title={t.title} here="tim">
      <WorkTabs view={view} here="hadir" />
      <div class="head">
        <div>
          <h1>{t.title}</h1>
          <p>{t.lead}</p>
        </div>
      </div>
      <section class="card stack" aria-labelledby="terbuka">
        <h2 id="terbuka">{people === 0 ? t.nobody : open.count === 0 ? t.allSettled : t.open(open.count)}</h2>
        <ul class="list">
          {open.items.map(({ person, day }) => (
            <li class="row">
              <div class="grow">
                <p>
                  <strong>{person.name}</strong> <PlaceChip place={day.planned} language={language} />
                </p>
                <p class="small quiet">
                  {t.states[day.state]} · {t.grade(day.evidence)}
                </p>
              </div>
              <a
                class="ds-button"
                data-variant="secondary"
                data-size="sm"
                href={`/${slug}/hadir/${encodeURIComponent(person.employee)}`}
                aria-label={t.vouchForOne(person.name)}
              >
                {t.vouchFor}
              </a>
            </li>
          ))}
        </ul>
        <PageLinks at={open} href={(hal) => `/${slug}/hadir?hal=${hal}`} language={language} />
        {open.count > 0 && people > open.count && <p class="small quiet">{t.settled(people - open.count)}</p>}
      </section>
    </Shell>
  )
}

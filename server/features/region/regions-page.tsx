import type { Day } from '@piket/domain/calendar/day.ts'
import { longDay } from '#platform/language.ts'
import { Shell, type View } from '#platform/shell.tsx'
import type { RegionSummary } from './schema.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly regions: readonly RegionSummary[]
  readonly t: Text
}

export function RegionsPage({ view, regions, t }: Props) {
  return (
    <Shell view={view} title={t.title}>
      <div class="head">
        <div>
          <h1>{t.choose}</h1>
          <p>{t.lead}</p>
        </div>
      </div>
      <ul class="cols three">
        {regions.map((region) => (
          <li class="card stack-s">
            <h2>
              <a href={`/${region.slug}`}>{region.name[view.language]}</a>
            </h2>
            <p class="small quiet">
              {region.demoDay === null ? t.realClock : t.today}: {longDay(region.today as Day, view.language)}
            </p>
            {region.invented && <p class="small">{t.invented}</p>}
          </li>
        ))}
      </ul>
    </Shell>
  )
}

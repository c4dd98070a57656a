import type { Day } from '@piket/domain/calendar/day.ts'
import { instantAt, zoneOffset } from '@piket/domain/calendar/zone.ts'
import { dayRange, type Language, momentText } from '#platform/language.ts'
import { BesideLink } from '#platform/paging.tsx'
import type { CountedYear } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly counted: CountedYear
  readonly href: (year: number) => string
  readonly language: Language
  readonly t: Text
}

/** The year, what its figures come from, and the way to the years beside it. */
export function Counted({ counted: { region, year, closed }, href, language, t }: Props) {
  const [first, last] = [closed[0], closed.at(-1)]
  const derived = Math.max(...closed.map(({ derivedAt }) => derivedAt))
  const at = (moment: number) => momentText(instantAt(moment, zoneOffset[region.zone]), region.zone, language)
  return (
    <>
      <nav class="act" aria-label={t.year(year)}>
        {year > 2021 && (
          <a class="ds-button" data-variant="secondary" data-size="sm" rel="prev" href={href(year - 1)}>
            {t.before}
          </a>
        )}
        <strong>{t.year(year)}</strong>
        <BesideLink to={`${year + 1}-01-01` as Day} href={() => href(year + 1)} rel="next">
          {t.after}
        </BesideLink>
      </nav>
      <p class="small quiet">
        {first && last
          ? t.from(closed.length, dayRange(first.day, last.day, language), at(derived))
          : `${t.noneClosed}${region.demoDay === null ? '' : ` ${t.fixedDay}`}`}
      </p>
    </>
  )
}

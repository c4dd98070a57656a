import type { Day } from '@piket/domain/calendar/day.ts'
import { doses, shareOf } from '@piket/domain/situation/coverage.ts'
import type { PublicRow } from '@piket/domain/situation/public-table.ts'
import { targetGroups } from '@piket/domain/situation/target-groups.ts'
import { dayText, type Language, longDay, numberText } from '#platform/language.ts'
import { Bar, folding, Heading } from '#platform/parts.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import type { PublicCoverage } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly day: Day
  readonly coverage: readonly PublicCoverage[]
  readonly nameOf: (district: string) => string
  /** Whether whoever reads may state it. */
  readonly states: boolean
  readonly t: Text
}

/** Coverage of every group, for everybody. */
export function CoveragePage(props: Props) {
  const { view, slug, day, coverage, states, t } = props
  const { language } = view
  return (
    <Shell view={view} title={t.title} here="situasi">
      <div class="head">
        <div>
          <h1>{t.title}</h1>
          <p>
            {t.lead} {longDay(day, language)}
          </p>
        </div>
        <div class="act">
          <a href={`/${slug}/situasi`}>{t.back}</a>
          {states && (
            <a class="ds-button" data-variant="secondary" href={`/${slug}/situasi/vaksinasi/catat`}>
              {t.stateTitle}
            </a>
          )}
        </div>
      </div>
      <div class="stack">
        {coverage.length === 0 && <p class="card">{t.none}</p>}
        {coverage.map((one) => (
          <Group {...props} one={one} />
        ))}
        <p class="small quiet">{t.hidden}</p>
        <p class="small">
          <a href={`/api/v1/regions/${slug}/coverage?date=${day}`}>{t.json}</a>
        </p>
      </div>
    </Shell>
  )
}

function Group({ view: { language }, one, nameOf, t }: Props & { readonly one: PublicCoverage }) {
  const { group, day, source, breakdown } = one
  return (
    <section class="card stack-s" aria-labelledby={group}>
      <h2 id={group}>{targetGroups[group][language]}</h2>
      <Doses one={one} language={language} t={t} />
      <p class="small quiet">
        {t.asOf(longDay(day, language))} {t.source(source)}
      </p>
      {breakdown && (
        <details class="ds-details">
          <summary>
            {t.districts} ({dayText(breakdown.day, language)})
          </summary>
          <table class="ds-table fold" {...folding.table}>
            <Heading columns={[t.district, t.target, t.first, t.second]} />
            <tbody {...folding.rows}>
              {breakdown.rows.map((row) => (
                <tr {...folding.row}>
                  <th scope="row" {...folding.header}>
                    {row.districts.length === 1
                      ? nameOf(row.districts[0] ?? '')
                      : t.together(row.districts.map(nameOf))}
                  </th>
                  <td {...folding.cell} data-l={t.target}>
                    {numberText(row.target, language)}
                  </td>
                  {doses.map((dose) => (
                    <td {...folding.cell} data-l={t[dose]}>
                      {figure(row[dose], language, t)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </section>
  )
}

type Count = PublicRow['first']

const figure = (count: Count, language: Language, t: Text): string =>
  count === undefined ? t.notTold : count === null ? t.notBegun : numberText(count, language)

interface DosesProps {
  readonly one: PublicCoverage
  readonly language: Language
  readonly t: Text
}

/** Each dose against the target; of a group that is not vaccinated yet the target alone. */
function Doses({ one, language, t }: DosesProps) {
  const target = numberText(one.target, language)
  if (one.first === null) return <p>{t.onlyTarget(target)}</p>
  return (
    <>
      {doses.map((dose) => {
        const count = one[dose]
        const words = figure(count, language, t)
        if (count === undefined || count === null || one.target === 0)
          return (
            <p>
              <strong>{t[dose]}</strong> {words}
            </p>
          )
        const said = t.of(words, target, `${Math.round((count / one.target) * 100)}%`)
        return (
          <div>
            <p>
              <strong>{t[dose]}</strong> {said}
            </p>
            <Bar value={shareOf(one, count)} tone="office" label={`${t[dose]}: ${said}`} />
            {count > one.target && <p class="small">{t.over}</p>}
          </div>
        )
      })}
    </>
  )
}

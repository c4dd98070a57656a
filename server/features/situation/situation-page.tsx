import { type Day, daysBetween } from '@piket/domain/calendar/day.ts'
import { factWords } from '@piket/domain/messages/fact-words.ts'
import { wordFor } from '@piket/domain/messages/words.ts'
import { courses } from '@piket/domain/situation/case-count.ts'
import { targetGroups } from '@piket/domain/situation/target-groups.ts'
import { firstDayTracked, lastDayTracked, type WorkplaceClosing } from '@piket/domain/situation/workplace-closing.ts'
import { along } from '#platform/along.ts'
import { Field } from '#platform/field.tsx'
import { longDay, numberText } from '#platform/language.ts'
import { Shell, type View } from '#platform/shell.tsx'
import type { KeptCount } from '../case-count/service.ts'
import type { Situation } from './service.ts'
import type { Text } from './text.ts'
import { Trend } from './trend-page.tsx'

interface Props {
  readonly view: View
  readonly slug: string
  readonly situation: Situation
  /** Whether whoever reads may state a count. */
  readonly states: boolean
  readonly t: Text
}

/** How a region stands, for everybody. */
export function SituationPage(props: Props) {
  const { view, slug, situation, states, t } = props
  const { language } = view
  const { day, counts } = situation
  return (
    <Shell view={view} title={t.title} here="situasi">
      <div class="head">
        <div>
          <h1>{t.title}</h1>
          <p>{longDay(day, language)}</p>
        </div>
        {states && (
          <div class="act">
            <a class="ds-button" data-variant="secondary" href={`/${slug}/situasi/angka`}>
              {t.state}
            </a>
          </div>
        )}
      </div>
      <div class="cols even">
        <div class="stack">
          <section class="card stack" aria-labelledby="kasus">
            <h2 id="kasus">{t.cases}</h2>
            <Cases {...props} latest={counts.at(-1)} />
            <Course {...props} />
            <Figures {...props} />
          </section>
          <Vaccination {...props} />
          <Pilots {...props} />
        </div>
        <div class="stack">
          <Closing {...props} />
          <Timeline {...props} />
        </div>
      </div>
      <p class="small">
        <a href={`/api/v1/regions/${slug}/situation?date=${day}`}>{t.json}</a>
      </p>
    </Shell>
  )
}

/** The latest count as a sum that anybody can add up again. */
function Cases({
  view: { language },
  situation: { day },
  latest,
  t,
}: Props & { readonly latest: KeptCount | undefined }) {
  if (!latest) return <p>{t.noCases}</p>
  return (
    <>
      <p class="sum">
        <span>
          {numberText(latest.confirmed, language)} <small>{t.names.confirmed}</small>
        </span>
        {courses.map((course, at) => (
          <>
            <i>{at === 0 ? '=' : '+'}</i>
            <span>
              {numberText(latest[course], language)} <small>{t.names[course]}</small>
            </span>
          </>
        ))}
      </p>
      <p class="small">{t.right}</p>
      <p class="small quiet">
        {t.asOf(longDay(latest.day, language), daysBetween(latest.day, day))} {t.source(latest.source)}{' '}
        {latest.correctedFor !== null && t.corrected(latest.correctedFor)}
      </p>
    </>
  )
}

/** A picture, once there are two counts to join. */
function Course({ view: { language }, situation: { counts, spells }, t }: Props) {
  const [first, second, ...rest] = counts
  if (!first || !second) return null
  const last = rest.at(-1) ?? second
  const [from, until] = [longDay(first.day, language), longDay(last.day, language)]
  const [began, came] = [numberText(first.confirmed, language), numberText(last.confirmed, language)]
  const label = began === came ? t.trendStays(came, from, until) : t.trendSays(from, began, until, came)
  return (
    <figure class="stack-s">
      <h3>{t.trend}</h3>
      <Trend counts={[first, second, ...rest]} spells={spells} label={label} />
      <figcaption class="small">
        {label} <span class="key cases">{t.curve}</span> <span class="key care">{t.care}</span> {t.bands}
      </figcaption>
    </figure>
  )
}

/** The first dose of each group; the rest stands on a page of its own. */
function Vaccination({ view, slug, situation: { coverage, day }, t }: Props) {
  const { language } = view
  return (
    <section class="card stack-s" aria-labelledby="vaksinasi">
      <h2 id="vaksinasi">{t.vaccination}</h2>
      {coverage.length === 0 && <p class="small">{t.noCoverage}</p>}
      <ul class="list small">
        {coverage.map(({ group, target, first }) => (
          <li class="row">
            <span class="grow">{targetGroups[group][language]}</span>
            <span>
              {first === undefined || first === null
                ? t.notBegun(numberText(target, language))
                : t.vaccinated(numberText(first, language), numberText(target, language))}
            </span>
          </li>
        ))}
      </ul>
      <p class="small">
        <a href={`/${slug}/situasi/vaksinasi${along(view.address, { tanggal: day })}`}>{t.coverage}</a>
      </p>
    </section>
  )
}

/** What is tried out today, and whom others follow: each on a page of its own. */
function Pilots({ slug, situation: { movement }, t }: Props) {
  if (!movement) return null
  return (
    <section class="card stack-s" aria-labelledby="gerakan">
      <h2 id="gerakan">{t.movement}</h2>
      <ul class="list small">
        <li class="row">
          <a class="grow" href={`/${slug}/situasi/percontohan`}>
            {t.pilotSites}
          </a>
          <span>{t.pilots(movement.running, movement.proposed)}</span>
        </li>
        <li class="row">
          <a class="grow" href={`/${slug}/situasi/duta`}>
            {t.ambassadors}
          </a>
          <span>{movement.ambassadors}</span>
        </li>
      </ul>
    </section>
  )
}

function Figures({ view, slug, situation: { figures, day }, t }: Props) {
  const { language } = view
  if (figures.length === 0) return null
  const query = along(view.address, { tanggal: day })
  return (
    <>
      <h3>{t.figures}</h3>
      <ul class="list small">
        {figures.map(({ circular, what, total, about }) => {
          const words = wordFor(factWords, what)[language]
          return (
            <li class="row">
              <a class="grow" href={`/${slug}/edaran/${circular}${query}#angka`}>
                {about === null ? words : t.about(words, about[language])}
              </a>
              <strong>{numberText(total, language)}</strong>
            </li>
          )
        })}
      </ul>
    </>
  )
}

function Closing({ slug, situation: { closing, day }, t }: Props) {
  return (
    <section class="card stack" aria-labelledby="c2">
      <h2 id="c2">{t.closing}</h2>
      {closing ? <Level closing={closing} slug={slug} t={t} /> : <p>{t.untracked}</p>}
      <p class="small quiet">{t.closingLead}</p>
      <form class="row low" method="get" action={`/${slug}/situasi/c2.csv`}>
        <Field
          name="from"
          label={t.from}
          type="date"
          value={monthOfTracked(day)}
          min={firstDayTracked}
          max={lastDayTracked}
        />
        <Field
          name="until"
          label={t.until}
          type="date"
          value={dayTracked(day)}
          min={firstDayTracked}
          max={lastDayTracked}
        />
        <button class="ds-button" data-variant="secondary" type="submit">
          {t.download}
        </button>
      </form>
    </section>
  )
}

const dayTracked = (day: Day): Day =>
  day > lastDayTracked ? lastDayTracked : day < firstDayTracked ? firstDayTracked : day
const monthOfTracked = (day: Day): string => `${dayTracked(day).slice(0, 7)}-01`

function Level({ closing, slug, t }: { readonly closing: WorkplaceClosing } & Pick<Props, 'slug' | 't'>) {
  return (
    <>
      <p>
        <strong>{t.levels[closing.level]}</strong> {closing.flag !== null && t.flags[closing.flag]}
      </p>
      {closing.clauses.length > 0 && (
        <p class="small">
          {closing.clauses.map(({ circular, clause }) => (
            <>
              <a href={`/${slug}/edaran/${circular}#${clause}`}>{`${circular}/${clause}`}</a>{' '}
            </>
          ))}
        </p>
      )}
    </>
  )
}

interface Entry {
  /** null: nobody says when. */
  readonly on: Day | null
  readonly says: string
  readonly href?: string
}

/** Documents, what they say that happened, and counts, the latest first. */
function Timeline({ view, slug, situation, t }: Props) {
  const { language } = view
  const { counts, spells, happenings, day } = situation
  const query = along(view.address, { tanggal: day })
  const hrefOf = (circular: string) => `/${slug}/edaran/${circular}${query}`
  const entries: Entry[] = [
    ...spells.flatMap(({ circular, title, from, until }) => [
      { on: from, says: `${title}: ${t.begins}`, href: hrefOf(circular) },
      ...(until === null ? [] : [{ on: until, says: `${title}: ${t.ends}`, href: hrefOf(circular) }]),
    ]),
    ...happenings.map(({ circular, what, on }) => ({
      on,
      says: wordFor(factWords, what)[language],
      href: hrefOf(circular),
    })),
    ...counts.map(({ day: on, confirmed }) => ({ on, says: t.counted(numberText(confirmed, language)) })),
  ]
  return (
    <section class="card stack" aria-labelledby="waktu">
      <h2 id="waktu">{t.timeline}</h2>
      {entries.length === 0 && <p class="small">{t.nothing}</p>}
      <ol class="list small">
        {entries.toSorted(latestFirst).map(({ on, says, href }) => (
          <li class="row">
            <span class="grow">{href ? <a href={href}>{says}</a> : says}</span>
            <span class="quiet">{on === null ? t.undated : longDay(on, language)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** What has no day stands last. */
const latestFirst = (a: Entry, b: Entry) => (b.on ?? '').localeCompare(a.on ?? '')

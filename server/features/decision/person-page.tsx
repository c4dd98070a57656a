import { may } from '@piket/domain/access/permission.ts'
import type { Day } from '@piket/domain/calendar/day.ts'
import type { Circular } from '@piket/domain/circular/schema.ts'
import { actingTitle } from '@piket/domain/decision/acting.ts'
import { citation, type Step } from '@piket/domain/decision/explain.ts'
import { wordFor } from '@piket/domain/messages/words.ts'
import { agencyOf } from '@piket/domain/staff/facts.ts'
import { along } from '#platform/along.ts'
import { longDay } from '#platform/language.ts'
import { Notice, toneOf } from '#platform/parts.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import { SimulationNotice } from '#platform/simulation-notice.tsx'
import { AheadCard, ChainCard, ReceiptCard, SeatCard } from './aside-page.tsx'
import { DutyCard, SpanCard, spanText } from './duty-card-page.tsx'
import { type CardProps, RuleCard } from './rule-card-page.tsx'
import type { PersonDay } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly zone: string
  readonly day: Day
  readonly found: PersonDay
  readonly documents: ReadonlyMap<string, Circular>
  readonly unitName: (unit: string) => string
  readonly simulate: Day | undefined
  readonly t: Text
}

export function PersonPage({ view, slug, zone, day, found, documents, unitName, simulate, t }: Props) {
  const { person, row, rows, steps } = found
  const { language } = view
  const boardOf = (unit: string) => `/${slug}/opd/${encodeURIComponent(unit)}${query}`
  const query = along(view.address, { tanggal: day })
  const headline = steps.find(({ step }) => step === 'place')?.text[language] ?? ''
  const ruling = documents.get(row.circular ?? '')
  return (
    <Shell view={view} title={t.thirdPerson(person.name)} here="hari">
      <p class="small">
        <a href={boardOf(agencyOf(person.unit))}>{t.back}</a>
      </p>
      <SimulationNotice since={simulate} language={language} />
      <div class="hero" data-place={found.leftOpen ? 'conflict' : toneOf(row.place)}>
        <p class="small">
          {person.name} · {longDay(day, language)}
          {rows.length > 1 && ` · ${t.bySpan(spanText(row.span, language))}`}
        </p>
        <h1>
          <Headline words={headline} cited={ruling && citation(ruling, ruling.id)[language]} />
        </h1>
        <p class="wide">
          {person.title ?? wordFor({}, person.position)[language]} ·{' '}
          <a href={boardOf(person.unit)}>{unitName(person.unit)}</a>
        </p>
        {found.acting.map((post) => (
          <p class="wide">{actingTitle(post, unitName)[language]}</p>
        ))}
      </div>
      <div class="cols">
        <div class="stack">
          <LeftOpenNotice
            found={found}
            unitName={unitName}
            href={(unit) => `/${slug}/jadwal/${unit}${query}`}
            language={language}
            t={t}
          />
          <RuleCard
            found={found}
            documents={documents}
            unitName={unitName}
            slug={slug}
            query={query}
            language={language}
            t={t}
          />
          {rows.length > 1 && (
            <SpanCard
              found={found}
              href={(pukul) => along(view.address, { tanggal: day, pukul })}
              language={language}
              t={t}
            />
          )}
          <DutyCard rows={rows} language={language} t={t} />
          {view.viewer?.employee === person.employee && simulate === undefined && (
            <p>
              <a href={`/${slug}/keberatan?${new URLSearchParams({ tanggal: day, soal: 'clause' })}`}>{t.object}</a>
            </p>
          )}
          {simulate === undefined && isBannedFromTravel(found) && mayAsk(view, found) && (
            <p>
              <a href={`/${slug}/kasus/buka/perjalanan/${encodeURIComponent(person.employee)}`}>{t.travelled}</a>
            </p>
          )}
          <StepCard steps={steps} slug={slug} query={query} language={language} t={t} />
        </div>
        <div class="stack">
          <AheadCard found={found} href={(tanggal) => along(view.address, { tanggal })} language={language} t={t} />
          <SeatCard found={found} slug={slug} query={query} language={language} t={t} />
          <ChainCard chain={found.chain} slug={slug} query={query} language={language} t={t} />
          <ReceiptCard
            found={found}
            documents={documents}
            slug={slug}
            zone={zone}
            query={along(view.address, ownQuestion(day, found))}
            language={language}
            t={t}
          />
        </div>
      </div>
    </Shell>
  )
}

/** The place first, and the document smaller: one without a number is cited by its title, which may be long. */
function Headline({ words, cited }: { readonly words: string; readonly cited: string | undefined }) {
  const at = cited === undefined ? -1 : words.indexOf(cited)
  if (cited === undefined || at < 0) return <>{words}</>
  return (
    <>
      {words.slice(0, at)}
      <span class="cited">{words.slice(at)}</span>
    </>
  )
}

/** Asks for the very receipt that is shown, whenever it is fetched. */
const ownQuestion = (day: Day, { row, receipt }: PersonDay) => ({
  tanggal: day,
  per: receipt.known,
  pukul: row.span.slice(0, 5),
})

interface LeftOpenProps extends Omit<CardProps, 'slug' | 'query'> {
  readonly found: PersonDay
  readonly unitName: (unit: string) => string
  readonly href: (unit: string) => string
}

/** A turn that could not be drawn: why, what applies meanwhile, and whom to ask. */
function LeftOpenNotice({ found: { leftOpen }, unitName, href, language, t }: LeftOpenProps) {
  if (!leftOpen) return null
  const { unit, reason, verified, head } = leftOpen
  const office = t.unitHead(unitName(unit))
  return (
    <Notice tone="conflict" title={t.leftOpenTitle}>
      <div class="stack-s">
        <p>{reason[language]}</p>
        <p class="small">
          {verified === null ? t.leftOpenUnverified : verified ? t.leftOpenVerified : t.leftOpenRefuted}
        </p>
        <dl class="facts flat">
          <dt>{t.fallback}</dt>
          <dd>{t.noFallback}</dd>
          <dt>{t.whomToAsk}</dt>
          <dd>{head ? `${head.name}, ${office}` : office}</dd>
        </dl>
        <p>
          <a href={href(unit)}>{t.rosterWhy}</a>
        </p>
      </div>
    </Notice>
  )
}

/**
 * Since when it is known stands on the receipt, in the region's own words for times; why a turn is open, above all; what
 * follows from the place, beside it.
 */
const toldElsewhere: ReadonlySet<Step['step']> = new Set(['known', 'left_open', 'hours', 'duty', 'ban', 'service'])

function StepCard({ steps, slug, query, language, t }: { readonly steps: readonly Step[] } & CardProps) {
  const told = steps.filter(({ step }) => !toldElsewhere.has(step))
  return (
    <section class="card" aria-labelledby="langkah">
      <h2 id="langkah">{t.otherSteps}</h2>
      <ol class="list">
        {told.map(({ document, clause, text }) => (
          <li>
            {document !== null && clause !== null && clause !== '-' ? (
              <a href={`/${slug}/edaran/${document}${query}#${clause}`}>{text[language]}</a>
            ) : (
              text[language]
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

const isBannedFromTravel = ({ rows }: PersonDay): boolean =>
  rows.some(({ bans }) => bans.some(({ act }) => act.includes('travel_out_of_region')))

/** Whether the viewer may ask the person to explain something in a case. */
const mayAsk = ({ viewer }: View, { person: { employee, unit, supervisor } }: PersonDay): boolean =>
  viewer !== undefined &&
  viewer.employee !== employee &&
  may(viewer, 'open-cases', { region: viewer.region, agency: agencyOf(unit), employee, supervisor })

import type { Day } from '@piket/domain/calendar/day.ts'
import type { Circular } from '@piket/domain/circular/schema.ts'
import { clauseSentence, dueWords } from '@piket/domain/circular/sentence.ts'
import { actingTitle } from '@piket/domain/decision/acting.ts'
import { citation, orderSentence, type Step } from '@piket/domain/decision/explain.ts'
import { isGap, type Row } from '@piket/domain/decision/row.ts'
import { clockWords } from '@piket/domain/messages/day-words.ts'
import {
  actWords,
  dutyWords,
  forceWords,
  officeWords,
  placeWords,
  recipientWords,
  wordFor,
} from '@piket/domain/messages/words.ts'
import { agencyOf } from '@piket/domain/staff/facts.ts'
import { along } from '#platform/along.ts'
import { longDay, momentText, numberText, shortDay } from '#platform/language.ts'
import { Notice, PlaceChip, toneOf } from '#platform/parts.tsx'
import { Shell, type View } from '#platform/shell.tsx'
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
  return (
    <Shell view={view} title={t.thirdPerson(person.name)} here="hari">
      <p class="small">
        <a href={boardOf(agencyOf(person.unit))}>{t.back}</a>
      </p>
      {simulate !== undefined && (
        <Notice tone="unknown">
          <p>{t.simulated(longDay(simulate, language))}</p>
        </Notice>
      )}
      <div class="hero" data-place={found.leftOpen ? 'conflict' : toneOf(row.place)}>
        <p class="small">
          {person.name} · {longDay(day, language)}
          {rows.length > 1 && ` · ${t.bySpan(spanText(row.span, language))}`}
        </p>
        <h1>{headline}</h1>
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

/** Asks for the very receipt that is shown, whenever it is fetched. */
const ownQuestion = (day: Day, { row, receipt }: PersonDay) => ({
  tanggal: day,
  per: receipt.known,
  pukul: row.span.slice(0, 5),
})

interface Common {
  readonly slug: string
  /** The day and what goes along, for links. */
  readonly query: string
  readonly language: View['language']
  readonly t: Text
}

interface LeftOpenProps extends Omit<Common, 'slug' | 'query'> {
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

interface RuleProps extends Common {
  readonly found: PersonDay
  readonly documents: ReadonlyMap<string, Circular>
  readonly unitName: (unit: string) => string
}

function RuleCard({ found, documents, unitName, slug, query, language, t }: RuleProps) {
  const { row, steps } = found
  const doc = documents.get(row.circular ?? '')
  const order = row.override && orderSentence(row.override)[language]
  const gap = isGap(row)
  const unclear = steps.find(({ step }) => step === (row.undetermined ? 'undetermined' : 'place'))
  const lost = row.set_aside.map(({ circular, clause, by }) => ({ doc: documents.get(circular), clause, by }))
  return (
    <section class="card stack" aria-labelledby="ketentuan">
      <h2 id="ketentuan">{t.rule}</h2>
      {gap && <p>{t.gapNote}</p>}
      {order && <p>{order}</p>}
      {order && doc && <p class="small quiet">{t.withoutOrder}</p>}
      {!doc && !gap && !order && <p>{unclear?.text[language]}</p>}
      {doc && row.clause.length === 0 && <p>{t.individualNote}</p>}
      {doc &&
        row.clause.map((id) => (
          <Law doc={doc} id={id} unitName={unitName} slug={slug} query={query} language={language} t={t} />
        ))}
      {lost.length > 0 && <h3>{t.asideTitle}</h3>}
      {lost.map(
        ({ doc: other, clause, by }) =>
          other && (
            <Law
              doc={other}
              id={clause}
              lostTo={by}
              unitName={unitName}
              slug={slug}
              query={query}
              language={language}
              t={t}
            />
          ),
      )}
    </section>
  )
}

interface LawProps extends Common {
  readonly doc: Circular
  readonly id: string
  readonly lostTo?: readonly string[]
  readonly unitName: (unit: string) => string
}

function Law({ doc, id, lostTo, unitName, slug, query, language, t }: LawProps) {
  const clause = doc.clauses.find((one) => one.id === id)
  if (!clause) return null
  return (
    <blockquote class="law" data-lost={lostTo ? '' : undefined}>
      {clauseSentence(clause, doc, unitName)[language]}
      <cite>
        <a href={`/${slug}/edaran/${doc.id}${query}#${id}`}>
          {t.clause(id)} · {citation(doc, doc.id)[language]}
        </a>
        {lostTo && ` · ${lostTo.length === 0 ? t.individual : t.aside(lostTo.join(', '))}`}
      </cite>
    </blockquote>
  )
}

interface SpanProps extends Omit<Common, 'slug' | 'query'> {
  readonly found: PersonDay
  readonly href: (time: string) => string
}

/** The parts of a day that changes: each leads to its own reasons. */
function SpanCard({ found, href, language, t }: SpanProps) {
  return (
    <section class="card stack-s" aria-labelledby="pukul">
      <h2 id="pukul">{t.span}</h2>
      <dl class="facts">
        {found.rows.map((row) => (
          <>
            <dt>
              <a href={href(row.span.slice(0, 5))} aria-current={row === found.row ? 'true' : undefined}>
                {spanText(row.span, language)}
              </a>
            </dt>
            <dd>
              <PlaceChip place={row.place} language={language} />{' '}
              <span class="small">{row.override && orderSentence(row.override)[language]}</span>
            </dd>
          </>
        ))}
      </dl>
    </section>
  )
}

/** `07.30–16.00`; the end of the day is written as 24. */
const spanText = (span: string, language: View['language']) =>
  `${clockWords(span.slice(0, 5))[language]}–${clockWords(span.slice(6, 11))[language]}`

/** `07.30–16.00, istirahat 60 menit`; hours that clauses leave open stay a word. */
function hoursText(hours: string, language: View['language'], t: Text): string {
  const [span = '', minutes] = hours.split('/')
  return minutes === undefined
    ? wordFor(placeWords, hours)[language]
    : `${spanText(span, language)}, ${t.break(minutes)}`
}

/** What is due on the day, and when, where it does not hold all day. */
function DutyCard({ rows, language, t }: { readonly rows: readonly Row[] } & Omit<Common, 'slug' | 'query'>) {
  const duties = duePartly(rows, ({ duties }) => duties)
  const bans = duePartly(rows, ({ bans }) => bans)
  const hours = duePartly(rows, (row) => (row.hours === null ? [] : [row.hours]))
  const windows = duePartly(rows, (row) => row.windows)
  if (duties.length + bans.length + hours.length + windows.length === 0) return null
  const note = (clause: string, certain: boolean, spans: readonly string[]) =>
    [
      t.clause(clause),
      ...(certain ? [] : [t.uncertain]),
      ...spans.map((span) => t.bySpan(spanText(span, language))),
    ].join(', ')
  return (
    <section class="card stack" aria-labelledby="kewajiban">
      <h2 id="kewajiban">{t.duties}</h2>
      <ul class="list">
        {duties.map(({ entry: { do: what, force, to, due, clause, certain }, spans }) => (
          <li>
            {forceWords[force][language]} {wordFor(dutyWords, what)[language]}
            {to !== null && ` – ${wordFor(recipientWords, to)[language]}`}
            {due !== null && `, ${dueWords(due)[language]}`}
            <span class="small quiet"> ({note(clause, certain, spans)})</span>
          </li>
        ))}
        {bans.map(({ entry: { act, clause, certain }, spans }) => (
          <li>
            {t.bans}: {act.map((one) => wordFor(actWords, one)[language]).join(', ')}
            <span class="small quiet"> ({note(clause, certain, spans)})</span>
          </li>
        ))}
      </ul>
      {hours.length + windows.length > 0 && (
        <dl class="facts small">
          {hours.length > 0 && (
            <>
              <dt>{t.hours}</dt>
              <dd>{hours.map(({ entry }) => hoursText(entry, language, t)).join('; ')}</dd>
            </>
          )}
          {windows.length > 0 && (
            <>
              <dt>{t.windows}</dt>
              <dd>{windows.map(({ entry }) => entry).join(', ')}</dd>
            </>
          )}
        </dl>
      )}
    </section>
  )
}

/** Everything that rows hold, each once, with the parts of the day in which it holds; none: the whole day. */
function duePartly<T>(rows: readonly Row[], entriesOf: (row: Row) => readonly T[]) {
  const found = new Map<string, { readonly entry: T; readonly spans: string[] }>()
  for (const row of rows) {
    for (const entry of entriesOf(row)) {
      const key = JSON.stringify(entry)
      const known = found.get(key)
      if (known) known.spans.push(row.span)
      else found.set(key, { entry, spans: [row.span] })
    }
  }
  return [...found.values()].map(({ entry, spans }) => ({ entry, spans: spans.length === rows.length ? [] : spans }))
}

function StepCard({ steps, slug, query, language, t }: { readonly steps: readonly Step[] } & Common) {
  // Since when it is known stands on the receipt, in the region's own words for times; why a turn is open, above all.
  const told = steps.filter(({ step }) => step !== 'known' && step !== 'left_open')
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

interface AheadProps extends Omit<Common, 'slug' | 'query'> {
  readonly found: PersonDay
  readonly href: (day: Day) => string
}

function AheadCard({ found, href, language, t }: AheadProps) {
  return (
    <section class="card stack-s" aria-labelledby="kedepan">
      <h2 id="kedepan">{t.ahead}</h2>
      <ol class="strip">
        {found.ahead.map(({ day, place, usual, leftOpen }) => (
          <li data-place={leftOpen ? 'conflict' : toneOf(place)}>
            <a href={href(day)}>{shortDay(day, language)}</a>
            <span>
              {leftOpen ? t.open : placeWords[place][language]}
              {usual && <small> {t.usual}</small>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function SeatCard({ found, slug, query, language, t }: { readonly found: PersonDay } & Common) {
  const { seats } = found
  const number = (value: number) => numberText(value, language)
  if (seats.quotas.length === 0) return null
  return (
    <section class="card stack-s" aria-labelledby="kursi">
      <h2 id="kursi">{t.seatsTitle}</h2>
      <dl class="facts small">
        {seats.quotas.map(({ base, bound, amount, circular, clause, direction }) => (
          <>
            <dt>
              <a href={`/${slug}/edaran/${circular}${query}#${clause}`}>{t.clause(clause)}</a>
            </dt>
            <dd>{`${amount} × ${number(base)}: ${t.bounds[direction](number(bound))}`}</dd>
          </>
        ))}
        <dt>{t.seatsTaken}</dt>
        <dd>{number(seats.atOffice)}</dd>
      </dl>
    </section>
  )
}

function ChainCard({ chain, slug, query, language, t }: { readonly chain: readonly Circular[] } & Common) {
  if (chain.length === 0) return null
  return (
    <section class="card" aria-labelledby="rantai">
      <h2 id="rantai">{t.chain}</h2>
      <ol class="chain">
        {chain.map((doc, position) => (
          <li class={position === chain.length - 1 ? 'now' : undefined}>
            <strong>{wordFor(officeWords, doc.issuer.office)[language]}</strong>
            <p class="small">
              <a href={`/${slug}/edaran/${doc.id}${query}`}>{citation(doc, doc.id)[language]}</a>{' '}
              {doc.number === null && (
                <span class="place" data-place="unknown">
                  {t.numberUnknown}
                </span>
              )}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}

interface ReceiptProps extends Common {
  readonly found: PersonDay
  readonly documents: ReadonlyMap<string, Circular>
  readonly zone: string
}

function ReceiptCard({ found, documents, slug, zone, query, language, t }: ReceiptProps) {
  const { receipt, person } = found
  return (
    <section class="card stack-s" aria-labelledby="resi">
      <h2 id="resi">{t.receipt}</h2>
      <p class="code">{receipt.sha256}</p>
      <dl class="facts small">
        <dt>{t.knownAt}</dt>
        <dd>{momentText(receipt.known, zone, language)}</dd>
        {receipt.personal !== undefined && (
          <>
            <dt>{t.personalAt}</dt>
            <dd>{momentText(receipt.personal, zone, language)}</dd>
          </>
        )}
        <dt>{t.rules}</dt>
        <dd>
          {receipt.circulars.map(({ id, sha256 }) => (
            <div>
              {citation(documents.get(id), id)[language]} <span class="code">{sha256.slice(0, 12)}</span>
            </div>
          ))}
        </dd>
        <dt>{t.engine}</dt>
        <dd>{receipt.engine}</dd>
      </dl>
      <p class="small quiet">{t.receiptLead}</p>
      <p>
        <a
          class="ds-button"
          data-variant="secondary"
          data-size="sm"
          href={`/${slug}/pegawai/${encodeURIComponent(person.employee)}/resi.json${query}`}
        >
          {t.download}
        </a>
      </p>
    </section>
  )
}

/** What stands beside the reasons: the days ahead, the seats, the chain of authority and the receipt. */
import type { Day } from '@piket/domain/calendar/day.ts'
import type { Circular } from '@piket/domain/circular/schema.ts'
import { excessWords } from '@piket/domain/decision/excess.ts'
import { citation } from '@piket/domain/decision/explain.ts'
import { undeterminedWords } from '@piket/domain/messages/undetermined-words.ts'
import { officeWords, placeWords, wordFor } from '@piket/domain/messages/words.ts'
import { momentText, numberText, shortDay } from '#platform/language.ts'
import { toneOf } from '#platform/parts.tsx'
import type { CardProps } from './rule-card-page.tsx'
import type { PersonDay } from './service.ts'

interface AheadProps extends Omit<CardProps, 'slug' | 'query'> {
  readonly found: PersonDay
  readonly href: (day: Day) => string
}

export function AheadCard({ found, href, language, t }: AheadProps) {
  return (
    <section class="card stack-s" aria-labelledby="kedepan">
      <h2 id="kedepan">{t.ahead}</h2>
      <ol class="strip">
        {found.ahead.slice(0, 10).map(({ day, place, usual, leftOpen }) => (
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

export function SeatCard({ found, slug, query, language, t }: { readonly found: PersonDay } & CardProps) {
  const { seats } = found
  const number = (value: number) => numberText(value, language)
  const { unsettled } = seats
  const own = seats.quotas.filter(({ members }) => members.has(found.person.employee))
  if (own.length === 0 && !unsettled) return null
  return (
    <section class="card stack-s" aria-labelledby="kursi">
      <h2 id="kursi">{t.seatsTitle}</h2>
      <dl class="facts small">
        {own.map(({ base, bound, amount, circular, clause, direction }) => (
          <>
            <dt>
              <a href={`/${slug}/edaran/${circular}${query}#${clause}`}>{t.clause(clause)}</a>
            </dt>
            <dd>{`${amount} × ${number(base)}: ${t.bounds[direction](number(bound))}`}</dd>
          </>
        ))}
        {unsettled && (
          <>
            <dt>{t.unsettled[unsettled.kind]}</dt>
            <dd>
              {unsettled.reason === null
                ? `${t.bounds.min(number(unsettled.least))}, ${t.bounds.max(number(unsettled.most))}`
                : undeterminedWords(unsettled.reason)[language]}
            </dd>
          </>
        )}
        <dt>{t.seatsTaken}</dt>
        <dd>
          {number(seats.atOffice)}
          {seats.limits?.excess && ` (${excessWords(seats.limits.excess)[language]})`}
        </dd>
      </dl>
    </section>
  )
}

export function ChainCard({ chain, slug, query, language, t }: { readonly chain: readonly Circular[] } & CardProps) {
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

interface ReceiptProps extends CardProps {
  readonly found: PersonDay
  readonly documents: ReadonlyMap<string, Circular>
  readonly zone: string
}

export function ReceiptCard({ found, documents, slug, zone, query, language, t }: ReceiptProps) {
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

/** What is due on a day, and the parts of a day that changes. */
import { dueWords } from '@piket/domain/circular/sentence.ts'
import { orderSentence } from '@piket/domain/decision/explain.ts'
import type { Row } from '@piket/domain/decision/row.ts'
import { clockWords } from '@piket/domain/messages/day-words.ts'
import { actWords, dutyWords, forceWords, placeWords, recipientWords, wordFor } from '@piket/domain/messages/words.ts'
import type { Language } from '#platform/language.ts'
import { PlaceChip } from '#platform/parts.tsx'
import type { CardProps } from './rule-card-page.tsx'
import type { PersonDay } from './service.ts'
import type { Text } from './text.ts'

interface SpanProps extends Omit<CardProps, 'slug' | 'query'> {
  readonly found: PersonDay
  readonly href: (time: string) => string
}

/** The parts of a day that changes: each leads to its own reasons. */
export function SpanCard({ found, href, language, t }: SpanProps) {
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
export const spanText = (span: string, language: Language) =>
  `${clockWords(span.slice(0, 5))[language]}–${clockWords(span.slice(6, 11))[language]}`

/** `07.30–16.00, istirahat 60 menit`; hours that clauses leave open stay a word. */
function hoursText(hours: string, language: Language, t: Text): string {
  const [span = '', minutes] = hours.split('/')
  return minutes === undefined
    ? wordFor(placeWords, hours)[language]
    : `${spanText(span, language)}, ${t.break(minutes)}`
}

/** What is due on the day, and when, where it does not hold all day. */
export function DutyCard({ rows, language, t }: { readonly rows: readonly Row[] } & Omit<CardProps, 'slug' | 'query'>) {
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

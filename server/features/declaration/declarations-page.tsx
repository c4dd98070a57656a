import type { Day } from '@piket/domain/calendar/day.ts'
import { eventWords, wordFor } from '@piket/domain/messages/words.ts'
import type { DeclaredEvent } from '@piket/domain/staff/facts.ts'
import { Choice, Field } from '#platform/field.tsx'
import { dayText } from '#platform/language.ts'
import { Form, useIsRefused } from '#platform/refused-form.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import type { Declarations } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly declarations: Declarations
  /** A new number for each form. */
  readonly form: () => string
  readonly t: Text
}

/** What is declared, and the forms that declare. */
export function DeclarationsPage(props: Props) {
  const { view, t } = props
  return (
    <Shell view={view} title={t.title} here="edaran">
      <div class="head">
        <div>
          <h1>{t.title}</h1>
          <p>{t.lead}</p>
        </div>
      </div>
      <div class="cols">
        <div class="stack">
          <Events {...props} />
          <Statuses {...props} />
        </div>
        <div class="stack">
          <DeclareForm {...props} />
          {props.declarations.awaited.statuses.size > 0 ? (
            <StatusForm {...props} />
          ) : (
            <p class="card">{t.noneAwaited}</p>
          )}
        </div>
      </div>
    </Shell>
  )
}

function Events(props: Props) {
  const {
    declarations: { events },
    t,
  } = props
  return (
    <section class="card stack-s" aria-labelledby="kejadian-berlaku">
      <h2 id="kejadian-berlaku">{t.events}</h2>
      {events.length === 0 && <p>{t.noEvents}</p>}
      <ul class="list">
        {events.map((event) => (
          <EventItem {...props} event={event} />
        ))}
      </ul>
    </section>
  )
}

function EventItem({
  event,
  declarations: { placeName, today },
  slug,
  view: { language },
  form,
  t,
}: Props & { readonly event: DeclaredEvent }) {
  const { type, subject, from, until, authority } = event
  const name = wordFor(eventWords, type)[language]
  const action = `/${slug}/penetapan/akhir`
  const of = { kejadian: type, tempat: subject, sejak: from }
  const isRefused = useIsRefused(action, of)
  const day = (one: string) => dayText(one.slice(0, 10) as Day, language)
  return (
    <li class="stack-s">
      <p>
        <strong>{name}</strong> · {placeName(subject)}
      </p>
      <p class="small quiet">
        {[
          t.since(day(from) + (from.length > 10 ? ` ${from.slice(11)}` : ''), until && day(until)),
          authority && t.by(authority),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <details class="ds-details" open={isRefused}>
        <summary aria-label={t.endOf(name)}>{t.end}</summary>
        <Form class="stack-s" action={action} of={of}>
          <input type="hidden" name="nomor" value={form()} />
          <Field
            name="sampai"
            id={`sampai-${type}-${subject}-${from}`}
            label={t.lastDay}
            type="date"
            value={today}
            required
          />
          <p class="act">
            <button class="ds-button" data-variant="secondary" data-size="sm" type="submit">
              {t.end}
            </button>
          </p>
        </Form>
      </details>
    </li>
  )
}

function Statuses({ declarations: { statuses, placeName }, view: { language }, t }: Props) {
  return (
    <section class="card stack-s" aria-labelledby="status-berlaku">
      <h2 id="status-berlaku">{t.statuses}</h2>
      {statuses.length === 0 && <p>{t.noStatuses}</p>}
      <ul class="list">
        {statuses.map(({ status, subject, value, from, authority }) => (
          <li>
            <p>
              <strong>
                {status}: {value}
              </strong>{' '}
              · {placeName(subject)}
            </p>
            <p class="small quiet">
              {[from && t.since(dayText(from, language), null), authority && t.by(authority)]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Where, since when, and by whom: the same of both. */
function Where({ declarations: { units, today }, t, id }: Props & { readonly id: string }) {
  return (
    <>
      <Choice name="tempat" id={`tempat-${id}`} label={t.place} options={[['', t.region], ...units]} />
      <Field name="sejak" id={`sejak-${id}`} label={t.from} type="date" value={today} required />
    </>
  )
}

function DeclareForm(props: Props) {
  const { slug, declarations, view, form, t } = props
  const awaited = [...declarations.awaited.events.keys()]
  const others = Object.keys(eventWords).filter((type) => !awaited.includes(type))
  const options = (types: readonly string[]) =>
    types.map((type) => [type, wordFor(eventWords, type)[view.language]] as const)
  return (
    <Form class="card stack-s" action={`/${slug}/penetapan/kejadian`} aria-labelledby="tetapkan">
      <h2 id="tetapkan">{t.declare}</h2>
      <input type="hidden" name="nomor" value={form()} />
      <Choice
        name="kejadian"
        label={t.event}
        options={[
          ...(awaited.length > 0 ? [[t.awaited, options(awaited)] as const] : []),
          ...(others.length > 0 ? [[t.others, options(others)] as const] : []),
        ]}
      />
      <Where {...props} id="kejadian" />
      <Field name="jam" label={t.time} type="time" />
      <Field name="sampai" id="sampai-kejadian" label={t.until} type="date" />
      <Field name="pejabat" id="pejabat-kejadian" label={t.authority} hint={t.authorityHint} maxLength={120} required />
      <p class="act">
        <button class="ds-button" type="submit">
          {t.send}
        </button>
      </p>
    </Form>
  )
}

function StatusForm(props: Props) {
  const { slug, declarations, form, t } = props
  const { statuses } = declarations.awaited
  return (
    <Form class="card stack-s" action={`/${slug}/penetapan/status`} aria-labelledby="tetapkan-status">
      <h2 id="tetapkan-status">{t.setStatus}</h2>
      <input type="hidden" name="nomor" value={form()} />
      <Choice name="status" label={t.status} options={[...statuses.keys()].map((name) => [name, name])} />
      <Field
        name="nilai"
        label={t.value}
        hint={t.valueHint([...statuses].map(([name, values]) => `${name}: ${values.join(', ')}`).join('; '))}
        maxLength={60}
        required
      />
      <Where {...props} id="status" />
      <Field name="pejabat" id="pejabat-status" label={t.authority} hint={t.authorityHint} maxLength={120} required />
      <p class="act">
        <button class="ds-button" type="submit">
          {t.send}
        </button>
      </p>
    </Form>
  )
}

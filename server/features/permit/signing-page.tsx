import type { Day } from '@piket/domain/calendar/day.ts'
import { Choice, Field } from '#platform/field.tsx'
import { dayRange } from '#platform/language.ts'
import { Notice } from '#platform/parts.tsx'
import { Form, useIsRefused } from '#platform/refused-form.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import { WorkTabs } from '#platform/work-tabs.tsx'
import type { Subordinate } from '../leader/service.ts'
import type { PermitOfPerson, SigningList } from '../permit-decision/service.ts'
import { type Begun, PermitFields } from './permit-fields-page.tsx'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly today: Day
  readonly list: SigningList
  /** Whom one may enter a permit for. */
  readonly people: readonly Subordinate[]
  /** Agencies whose calendar of absences one may open, with their names. */
  readonly agencies: readonly { readonly unit: string; readonly name: string }[]
  readonly begun: Begun
  readonly done: 'diputus' | 'dicatat' | undefined
  readonly t: Text
}

export function SigningPage(props: Props) {
  const { view, slug, today, list, people, agencies, begun, done, t } = props
  const { waiting, running } = list
  return (
    <Shell view={view} title={t.signingTitle} here="tim">
      <WorkTabs view={view} here="izin/tinjau" />
      <div class="head">
        <div>
          <h1>{t.signingTitle}</h1>
          <p>{t.signingLead}</p>
        </div>
      </div>
      {done && (
        <Notice tone="neutral">
          <p>{t.done[done]}</p>
        </Notice>
      )}
      <div class="cols">
        <div class="stack">
          <section class="card stack" aria-labelledby="menunggu">
            <h2 id="menunggu">{t.waitingTitle(waiting.length)}</h2>
            {waiting.length > 0 && (
              <ul class="list">
                {waiting.map((permit) => (
                  <Waiting {...props} permit={permit} />
                ))}
              </ul>
            )}
          </section>
          {running.length > 0 && (
            <section class="card stack" aria-labelledby="berlaku">
              <h2 id="berlaku">{t.runningTitle}</h2>
              <ul class="list">
                {running.map((permit) => (
                  <Running {...props} permit={permit} />
                ))}
              </ul>
            </section>
          )}
        </div>
        <div class="stack">
          {agencies.map(({ unit, name }) => (
            <p class="card">
              <a href={`/${slug}/unit/${encodeURIComponent(unit)}/izin`}>
                {t.absences}: {name}
              </a>
            </p>
          ))}
          {people.length > 0 && (
            <Form class="card stack" action={`/${slug}/izin/catat`} aria-labelledby="catat">
              <h2 id="catat">{t.enter}</h2>
              <Choice
                name="pegawai"
                label={t.person}
                options={[['', t.nobodyChosen], ...people.map(({ employee, name }) => [employee, name] as const)]}
              />
              <PermitFields begun={begun} first={today} t={t} />
              <div class="act">
                <button class="ds-button" type="submit">
                  {t.send}
                </button>
              </div>
            </Form>
          )}
        </div>
      </div>
    </Shell>
  )
}

type Line = Props & { readonly permit: PermitOfPerson }

function What({ permit, slug, view, t }: Line) {
  const { person, kind, category, from, until, outside, reason, enteredBy, employee, officeDays } = permit
  return (
    <>
      <p>
        <strong>{person.name}</strong>
        {person.title && <span class="small quiet"> {person.title}</span>}
      </p>
      <p>
        {t.kinds[kind]}
        {category && ` (${t.categories[category as keyof Text['categories']]})`}, {dayRange(from, until, view.language)}
        {outside && `, ${t.goesOut}`}
      </p>
      {reason && <p class="small lines">{reason}</p>}
      {officeDays > 0 && (
        <p class="small">
          <a href={`/${slug}/jadwal/${encodeURIComponent(person.agency)}?tanggal=${from}`}>
            {t.officeDays(officeDays)}
          </a>
        </p>
      )}
      {enteredBy !== employee && <p class="small quiet">{t.enteredBy}</p>}
    </>
  )
}

function Waiting(props: Line) {
  const { permit: one, slug, t } = props
  const { permit, version, person } = one
  const action = `/${slug}/izin/${permit}/putusan`
  return (
    <li>
      <Form class="grow stack-s" action={action} of={{ dari: 'menunggu' }}>
        <What {...props} />
        <input type="hidden" name="versi" value={version} />
        <div class="act">
          <button class="ds-button" type="submit" name="putusan" value="grant" aria-label={t.grantOne(person.name)}>
            {t.grant}
          </button>
        </div>
        <details class="ds-details" open={useIsRefused(action, { dari: 'menunggu' })}>
          <summary>{t.more}</summary>
          <div class="stack-s">
            <Field name="surat" id={`surat-${permit}`} label={t.number} maxLength={120} autocomplete="off" />
            <Field name="alasan" id={`alasan-${permit}`} label={t.words} maxLength={1000} autocomplete="off" />
            <div class="act">
              <Move move="refuse" words={t.refuse} person={person.name} />
              <Move move="ask_back" words={t.askBack} person={person.name} />
            </div>
          </div>
        </details>
      </Form>
    </li>
  )
}

function Running(props: Line) {
  const { permit: one, slug, view, t } = props
  const { permit, version, person, kind, from, until } = one
  const action = `/${slug}/izin/${permit}/putusan`
  return (
    <li>
      <Form class="grow stack-s" action={action} of={{ dari: 'berlaku' }}>
        <What {...props} />
        <p class="small">
          <a
            href={`/${slug}/izin/${permit}`}
            aria-label={t.openOne(t.kinds[kind], dayRange(from, until, view.language))}
          >
            {t.open}
          </a>
        </p>
        <input type="hidden" name="versi" value={version} />
        <details class="ds-details" open={useIsRefused(action, { dari: 'berlaku' })}>
          <summary>{t.revokeMore}</summary>
          <div class="stack-s">
            <Field name="alasan" id={`alasan-${permit}`} label={t.words} maxLength={1000} autocomplete="off" />
            <div class="act">
              <Move move="revoke" words={t.revoke} person={person.name} />
            </div>
          </div>
        </details>
      </Form>
    </li>
  )
}

const Move = ({ move, words, person }: { readonly move: string; readonly words: string; readonly person: string }) => (
  <button
    class="ds-button"
    data-variant="secondary"
    data-size="sm"
    type="submit"
    name="putusan"
    value={move}
    aria-label={`${words}: ${person}`}
  >
    {words}
  </button>
)

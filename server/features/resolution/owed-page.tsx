import { minutesNumber } from '@piket/domain/meeting/meeting.ts'
import type { ResolutionState } from '@piket/domain/meeting/resolution.ts'
import { Choice, Field } from '#platform/field.tsx'
import { dayText } from '#platform/language.ts'
import { Form, useIsRefused } from '#platform/refused-form.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import type { Resolution } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly owed: readonly Resolution[]
  /** Documents that a clause may have gone into. */
  readonly documents: readonly { readonly id: string; readonly title: string }[]
  /** Agencies that the viewer leads. */
  readonly leads: readonly string[]
  /** The viewer words circulars. */
  readonly words: boolean
  /** Employee id of the viewer. */
  readonly self: string | undefined
  readonly t: Text
}

/** What closed minutes ask of the viewer, and what was settled of late. */
export function OwedPage(props: Props) {
  const { view, slug, owed, t } = props
  const open = owed.filter(({ state }) => state !== 'settled')
  const settled = owed.filter(({ state }) => state === 'settled')
  return (
    <Shell view={view} title={t.title} here="rapat">
      <div class="head">
        <div>
          <h1>{t.title}</h1>
          <p>{t.lead}</p>
        </div>
        <p>
          <a href={`/${slug}/rapat`}>{t.meetings}</a>
        </p>
      </div>
      <section class="card stack-s" aria-labelledby="terbuka">
        <h2 id="terbuka">{t.open(open.length)}</h2>
        {open.length === 0 && <p>{t.none}</p>}
        <ul class="list">
          {open.map((one) => (
            <Line {...props} one={one} />
          ))}
        </ul>
      </section>
      {settled.length > 0 && (
        <section class="card stack-s" aria-labelledby="selesai">
          <h2 id="selesai">{t.settled(settled.length)}</h2>
          <ul class="list">
            {settled.map((one) => (
              <Line {...props} one={one} />
            ))}
          </ul>
        </section>
      )}
    </Shell>
  )
}

const tones: Readonly<Record<ResolutionState, string>> = { open: 'unknown', overdue: 'conflict', settled: 'field' }

const ownerWords = ({ agencyName, employeeName }: Resolution, t: Text) =>
  agencyName === null ? t.bureau : employeeName === null ? agencyName : t.of(employeeName, agencyName)

function Line(props: Props & { readonly one: Resolution }) {
  const { view, slug, leads, words, self, one, t } = props
  const isOpen = one.state !== 'settled' && !one.isTask
  const isLed = one.agency !== null && leads.includes(one.agency)
  return (
    <li class="stack-s" id={one.id}>
      <p class="row">
        <span class="place" data-place={tones[one.state]}>
          {t.states[one.state]}
        </span>
        <span class="small">
          {t.kinds[one.kind]} · {ownerWords(one, t)}
          {one.due !== null && ` · ${t.due(dayText(one.due, view.language))}`}
        </span>
      </p>
      <p class="lines">{one.words}</p>
      <p class="small quiet">{t.from(one.position, minutesNumber(one), one.title, dayText(one.day, view.language))}</p>
      {one.settledWords !== null && <p class="small lines">{t.settledBy(one.settledByName ?? '', one.settledWords)}</p>}
      {one.settledCircular !== null && (
        <p class="small">
          <a href={`/${slug}/edaran/${encodeURIComponent(one.settledCircular)}`}>{t.inCircular}</a>
        </p>
      )}
      {one.isTask && (
        <p class="small">
          {one.state === 'settled' ? t.answered : t.byReport}{' '}
          {one.state !== 'settled' && one.employee === self && <a href={`/${slug}/laporan`}>{t.writeReport}</a>}
        </p>
      )}
      {isOpen && isLed && <DoneForm {...props} />}
      {isOpen && words && one.kind === 'clause' && <TakenUpForm {...props} />}
    </li>
  )
}

type LineProps = Parameters<typeof Line>[0]

function DoneForm({ slug, one, t }: LineProps) {
  const action = `/${slug}/tindak-lanjut/${one.id}/selesai`
  return (
    <details class="ds-details" open={useIsRefused(action)}>
      <summary aria-label={t.doneOf(one.position, minutesNumber(one))}>{t.settle}</summary>
      <Form class="stack-s" action={action}>
        <Field name="kata" id={`kata-${one.id}`} label={t.done} rows={2} maxLength={1000} required />
        <p class="act">
          <button class="ds-button" type="submit" aria-label={t.doneOf(one.position, minutesNumber(one))}>
            {t.settle}
          </button>
        </p>
      </Form>
    </details>
  )
}

function TakenUpForm({ slug, documents, one, t }: LineProps) {
  const action = `/${slug}/tindak-lanjut/${one.id}/edaran`
  return (
    <details class="ds-details" open={useIsRefused(action)}>
      <summary aria-label={t.takeUpOf(one.position, minutesNumber(one))}>{t.takeUp}</summary>
      <Form class="stack-s" action={action}>
        <Choice
          name="edaran"
          id={`edaran-${one.id}`}
          label={t.circular}
          options={[['', t.noCircular], ...documents.map(({ id, title }) => [id, title] as const)]}
        />
        <Field name="kata" id={`kata-${one.id}`} label={t.takenUp} rows={2} maxLength={1000} required />
        <p class="act">
          <button class="ds-button" type="submit" aria-label={t.takeUpOf(one.position, minutesNumber(one))}>
            {t.takeUp}
          </button>
        </p>
      </Form>
    </details>
  )
}

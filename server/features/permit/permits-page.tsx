import type { Day } from '@piket/domain/calendar/day.ts'
import { isOver } from '@piket/domain/permit/permit.ts'
import { dayRange } from '#platform/language.ts'
import { Notice } from '#platform/parts.tsx'
import { Form } from '#platform/refused-form.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import { WorkTabs } from '#platform/work-tabs.tsx'
import { type Begun, PermitFields } from './permit-fields-page.tsx'
import type { PermitWithSigners } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly today: Day
  readonly permits: readonly PermitWithSigners[]
  readonly begun: Begun
  /** What was asked back and is mended; undefined: a new wish. */
  readonly mended: PermitWithSigners | undefined
  readonly sent: boolean
  readonly t: Text
}

export function PermitsPage(props: Props) {
  const { view, slug, today, permits, begun, mended, sent, t } = props
  // Refused, it comes again as what it is: a wish that is mended.
  const action = mended ? `/${slug}/izin?${new URLSearchParams({ ubah: mended.permit })}` : `/${slug}/izin`
  return (
    <Shell view={view} title={t.title} here="saya">
      <WorkTabs view={view} here="izin" />
      <div class="head">
        <div>
          <h1>{t.title}</h1>
          <p>{t.lead}</p>
        </div>
      </div>
      {sent && (
        <Notice tone="neutral">
          <p>{t.sent}</p>
        </Notice>
      )}
      <div class="cols">
        <section class="card stack" aria-labelledby="milik">
          <h2 id="milik">{t.own}</h2>
          {permits.length === 0 ? (
            <p class="quiet">{t.none}</p>
          ) : (
            <ul class="list">
              {permits.map((permit) => (
                <OwnPermit {...props} permit={permit} />
              ))}
            </ul>
          )}
        </section>
        <Form class="card stack" action={action} aria-labelledby="ajukan">
          <h2 id="ajukan">{mended ? t.mend : t.ask}</h2>
          {mended && <p class="lines">{mended.words}</p>}
          <PermitFields begun={begun} first={mended && mended.from < today ? mended.from : today} t={t} />
          <div class="act">
            <button class="ds-button" type="submit">
              {t.send}
            </button>
          </div>
        </Form>
      </div>
    </Shell>
  )
}

function OwnPermit({ permit, view, slug, today, t }: Props & { readonly permit: PermitWithSigners }) {
  const { permit: id, kind, from, until, state, words, endedFor, outside, category, signerName } = permit
  const days = dayRange(from, until, view.language)
  const who = permit.signers.map((one) => t.signers[one]).join(t.or)
  const hasEnded = isOver(permit, today) || !['asked', 'asked_back', 'granted'].includes(state)
  return (
    <li>
      <div class="grow stack-s">
        <p>
          <strong>{t.kinds[kind]}</strong>
          {category && ` (${t.categories[category as keyof Text['categories']]})`}, {days}
          {outside && `, ${t.goesOut}`}
        </p>
        <p class="small">
          {hasEnded && (state === 'asked' || state === 'asked_back') ? t.lapsed[state] : t.states[state]}
          {signerName && state !== 'asked' && ` · ${signerName}`}.{' '}
          {hasEnded ? '' : state === 'asked' ? t.waitsFor(who) : t.next[state]}
        </p>
        {(endedFor ?? words) && <p class="small lines">{endedFor ?? words}</p>}
        <div class="act">
          {state === 'asked_back' && !hasEnded && <a href={`/${slug}/izin?ubah=${id}#ajukan`}>{t.mendThis}</a>}
          {(state === 'granted' || state === 'revoked') && (
            <a href={`/${slug}/izin/${id}`} aria-label={t.openOne(t.kinds[kind], days)}>
              {t.open}
            </a>
          )}
          {!hasEnded && (
            <Form action={`/${slug}/izin/${id}/tarik`}>
              <button
                class="ds-button"
                data-variant="secondary"
                data-size="sm"
                type="submit"
                aria-label={t.withdrawOne(t.kinds[kind], days)}
              >
                {t.withdraw}
              </button>
            </Form>
          )}
        </div>
      </div>
    </li>
  )
}

import { roundNow } from '@piket/domain/access/recourse.ts'
import { Field } from '#platform/field.tsx'
import { Notice } from '#platform/parts.tsx'
import { Form, useIsRefused } from '#platform/refused-form.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import { WorkTabs } from '#platform/work-tabs.tsx'
import type { RegionAsListed } from '../region/service.ts'
import { Asked } from './asked-page.tsx'
import type { Correction } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly region: RegionAsListed
  readonly waiting: readonly Correction[]
  readonly done: boolean
  readonly t: Text
}

/** What waits for somebody's word, each with one tap. */
export function WaitingPage({ view, region, waiting, done, t }: Props) {
  return (
    <Shell view={view} title={t.review} here="tim">
      <WorkTabs view={view} here="koreksi/tinjau" />
      <div class="head">
        <div>
          <h1>{t.review}</h1>
          <p>{t.reviewLead}</p>
        </div>
      </div>
      {done && (
        <Notice tone="neutral">
          <p role="status">{t.done}</p>
        </Notice>
      )}
      <section class="card stack" aria-label={t.review}>
        {waiting.length === 0 && <p>{t.nothingWaits}</p>}
        <ul class="list">
          {waiting.map((one) => (
            <li>
              <div class="grow stack-s">
                <p>
                  <strong>{one.name}</strong>
                </p>
                <Asked one={one} region={region} language={view.language} t={t} />
                <Decide one={one} slug={region.slug} t={t} />
              </div>
            </li>
          ))}
        </ul>
        {waiting.length > 0 && <p class="small quiet">{t.isEvidence}</p>}
      </section>
    </Shell>
  )
}

interface DecideProps {
  readonly one: Correction
  readonly slug: string
  readonly t: Text
}

function Decide({ one, slug, t }: DecideProps) {
  const action = `/${slug}/koreksi/tinjau/${encodeURIComponent(one.employee)}/${one.id}`
  const refusing = { putusan: 'refused' }
  const round = roundNow(one)
  return (
    <>
      <Form class="act" action={action} of={{ putusan: 'accepted' }}>
        <input type="hidden" name="putaran" value={round} />
        <button class="ds-button" type="submit" aria-label={t.acceptOf(one.name)}>
          {t.accept}
        </button>
      </Form>
      <details class="ds-details" open={useIsRefused(action, refusing)}>
        <summary>{t.refuse}</summary>
        <Form class="stack-s" action={action} of={refusing}>
          <input type="hidden" name="putaran" value={round} />
          <Field name="alasan" id={`alasan-${one.id}`} label={t.refuseReason} maxLength={300} required />
          <button
            class="ds-button"
            data-variant="secondary"
            data-size="sm"
            type="submit"
            aria-label={t.refuseOf(one.name)}
          >
            {t.refuse}
          </button>
        </Form>
      </details>
    </>
  )
}

import { roundNow } from '@piket/domain/access/recourse.ts'
import { Notice } from '#platform/parts.tsx'
import type { Refusal } from '#platform/refusal.ts'
import { RefusalNotice } from '#platform/refusal-notice.tsx'
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
  readonly refusal: Refusal | undefined
  readonly done: boolean
  readonly t: Text
}

/** What waits for somebody's word, each with one tap. */
export function WaitingPage({ view, region, waiting, refusal, done, t }: Props) {
  return (
    <Shell view={view} title={t.review} here="tim">
      <WorkTabs view={view} here="koreksi/tinjau" />
      <div class="head">
        <div>
          <h1>{t.review}</h1>
          <p>{t.reviewLead}</p>
        </div>
      </div>
      {refusal && <RefusalNotice refusal={refusal} title={t.refused} language={view.language} />}
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
  const field = `alasan-${one.id}`
  const round = roundNow(one)
  return (
    <>
      <form class="act" method="post" action={action}>
        <input type="hidden" name="putaran" value={round} />
        <button class="ds-button" type="submit" name="putusan" value="accepted" aria-label={t.acceptOf(one.name)}>
          {t.accept}
        </button>
      </form>
      <details class="ds-details">
        <summary>{t.refuse}</summary>
        <form class="stack-s" method="post" action={action}>
          <input type="hidden" name="putaran" value={round} />
          <input type="hidden" name="putusan" value="refused" />
          <div class="ds-field">
            <label class="ds-label" for={field}>
              {t.refuseReason}
            </label>
            <input class="ds-input" id={field} name="alasan" maxLength={300} required />
          </div>
          <button
            class="ds-button"
            data-variant="secondary"
            data-size="sm"
            type="submit"
            aria-label={t.refuseOf(one.name)}
          >
            {t.refuse}
          </button>
        </form>
      </details>
    </>
  )
}

import { meetingState, minutesNumber } from '@piket/domain/meeting/meeting.ts'
import { Field } from '#platform/field.tsx'
import { longDay } from '#platform/language.ts'
import { Form, useIsRefused } from '#platform/refused-form.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import { AttendanceCard } from './attendance-page.tsx'
import { NewResolution, ResolutionsCard } from './resolutions-page.tsx'
import type { Agency, Minutes } from './service.ts'
import type { Text } from './text.ts'

/** Minutes with the words that their pages are written in. */
export interface MinutesProps {
  readonly view: View
  readonly slug: string
  readonly minutes: Minutes
  /** A moment in full, in the region's own time. */
  readonly moment: (at: Date) => string
  /** The viewer writes these minutes; once they are closed, corrections. */
  readonly writes: boolean
  /** The draft that the minutes ask for, for who may begin it. */
  readonly draft: string | undefined
  /** Who may owe something; empty where nothing is written any more. */
  readonly agencies: readonly Agency[]
  /** A new UUID for each form. */
  readonly newId: () => string
  readonly t: Text
}

/** The minutes of a meeting: written, or closed with their corrections. */
export function MinutesPage(props: MinutesProps) {
  const { view, slug, minutes, moment, writes, t } = props
  const { meeting, closedByName } = minutes
  const { id, title, day, closedAt, remark } = meeting
  const isWritten = writes && meetingState(meeting) === 'held'
  return (
    <Shell view={view} title={`${t.title}: ${title}`} here="rapat">
      <p class="small">
        <a href={`/${slug}/rapat/${id}`}>{t.back}</a>
      </p>
      <div class="head">
        <div>
          <h1>{closedAt ? t.numbered(minutesNumber(meeting)) : t.title}</h1>
          <p>
            {title}, {longDay(day, view.language)}
          </p>
          <p class="small">{closedAt ? t.closedBy(closedByName, moment(closedAt)) : t.writing}</p>
        </div>
        {closedAt && <Papers {...props} />}
      </div>
      <div class="cols">
        <div class="stack">
          <ResolutionsCard {...props} isWritten={isWritten} />
          {isWritten && <NewResolution {...props} />}
          {remark && (
            <section class="card stack-s" aria-labelledby="catatan-rapat">
              <h2 id="catatan-rapat">{t.remark}</h2>
              <p class="lines">{remark}</p>
            </section>
          )}
          {closedAt && <Corrections {...props} />}
        </div>
        <div class="stack">
          <AttendanceCard {...props} isWritten={isWritten} />
          {isWritten && <Closing {...props} />}
        </div>
      </div>
    </Shell>
  )
}

const Papers = ({ slug, minutes: { meeting, resolutions }, draft, newId, t }: MinutesProps) => (
  <div class="act">
    <a class="ds-button" data-variant="secondary" href={`/${slug}/rapat/${meeting.id}/notulen/cetak`}>
      {t.paper}
    </a>
    {resolutions.some(({ kind }) => kind === 'clause') && (
      <a
        class="ds-button"
        data-variant="tertiary"
        href={`/${slug}/rapat/${meeting.id}/konsep.yaml`}
        title={t.draftHint}
      >
        {t.draft}
      </a>
    )}
    {draft !== undefined && (
      <Form action={`/${slug}/konsep`}>
        <input type="hidden" name="nomor" value={newId()} />
        <input type="hidden" name="naskah" value={draft} />
        <button class="ds-button" data-variant="tertiary" type="submit">
          {t.begin}
        </button>
      </Form>
    )}
    <a class="ds-button" data-variant="tertiary" href={`/${slug}/tindak-lanjut`}>
      {t.followUps}
    </a>
  </div>
)

const Closing = ({ slug, minutes, t }: MinutesProps) => (
  <Form
    class="card stack-s"
    action={`/${slug}/rapat/${minutes.meeting.id}/notulen/tutup`}
    aria-labelledby="tutup-notulen"
  >
    <h2 id="tutup-notulen">{t.close}</h2>
    <p class="small">{t.closeHint}</p>
    <Field name="catatan" label={t.remark} hint={t.remarkHint} rows={4} maxLength={2000} />
    <p class="act">
      <button class="ds-button" type="submit">
        {t.close}
      </button>
    </p>
  </Form>
)

function Corrections({ slug, minutes, moment, writes, newId, t }: MinutesProps) {
  const action = `/${slug}/rapat/${minutes.meeting.id}/notulen/ralat`
  const isRefused = useIsRefused(action)
  const { corrections } = minutes
  if (corrections.length === 0 && !writes) return null
  return (
    <section class="card stack-s" aria-labelledby="ralat">
      <h2 id="ralat">{t.corrections}</h2>
      {corrections.map(({ number, words, by, at }) => (
        <div>
          <p class="lines">{words}</p>
          <p class="small quiet">{t.correction(number, by, moment(at))}</p>
        </div>
      ))}
      {writes && (
        <details class="ds-details" open={isRefused}>
          <summary>{t.correct}</summary>
          <Form class="stack-s" action={action}>
            <input type="hidden" name="nomor" value={newId()} />
            <Field name="kata" label={t.correct} hint={t.correctHint} rows={3} maxLength={1000} required />
            <p class="act">
              <button class="ds-button" data-variant="secondary" type="submit">
                {t.correct}
              </button>
            </p>
          </Form>
        </details>
      )}
    </section>
  )
}

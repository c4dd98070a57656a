import { complaintKinds } from '@piket/domain/complaint/complaint.ts'
import { longDay } from '#platform/language.ts'
import type { Refusal } from '#platform/refusal.ts'
import { RefusalNotice } from '#platform/refusal-notice.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import type { Tracked } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly typed: string
  readonly found: { readonly complaint: Tracked; readonly name: string } | undefined
  readonly refusal: Refusal | undefined
  readonly moment: (at: Date) => string
  readonly t: Text
}

/** How a complaint stands, for whoever has its code. */
export const TrackPage = ({ view, slug, typed, found, refusal, moment, t }: Props) => (
  <Shell view={view} title={t.track} here="layanan">
    <div class="head">
      <div>
        <h1>{t.track}</h1>
      </div>
      <p class="act">
        <a href={`/${slug}/layanan`}>{t.board}</a>
        <a href={`/${slug}/pengaduan`}>{t.title}</a>
      </p>
    </div>
    {found && <Standing {...found} view={view} moment={moment} t={t} />}
    <form class="card stack-s" method="get" action={`/${slug}/pengaduan/lacak`}>
      {refusal && <RefusalNotice refusal={refusal} title={t.notFound} language={view.language} focused />}
      <div class="ds-field">
        <label class="ds-label" for="kode">
          {t.typed}
        </label>
        <p class="small quiet" id="kode-petunjuk">
          {t.typedHint}
        </p>
        <input
          class="ds-input code"
          id="kode"
          name="kode"
          value={typed}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          maxLength={40}
          aria-describedby="kode-petunjuk"
        />
      </div>
      <p class="act">
        <button class="ds-button" type="submit">
          {t.find}
        </button>
      </p>
    </form>
  </Shell>
)

type StandingProps = NonNullable<Props['found']> & Pick<Props, 'view' | 'moment' | 't'>

function Standing({ complaint, name, view, moment, t }: StandingProps) {
  const { number, kind, day, state, receivedAt, takenAt, answeredAt, answer } = complaint
  return (
    <section class="card stack-s" aria-labelledby="keadaan">
      <h2 id="keadaan">{t.number(number)}</h2>
      <dl class="facts">
        <dt>{t.state}</dt>
        <dd>
          <strong>{t.states[state]}</strong>
        </dd>
        <dt>{t.unit}</dt>
        <dd>{name}</dd>
        <dt>{t.what}</dt>
        <dd>
          {complaintKinds[kind][view.language]}, {longDay(day, view.language)}
        </dd>
        <dt>{t.receivedAt}</dt>
        <dd>{moment(receivedAt)}</dd>
        {takenAt && (
          <>
            <dt>{t.takenAt}</dt>
            <dd>{moment(takenAt)}</dd>
          </>
        )}
        {answeredAt && (
          <>
            <dt>{t.answeredAt}</dt>
            <dd>{moment(answeredAt)}</dd>
          </>
        )}
      </dl>
      {answer === null ? (
        <p>{t.notYet}</p>
      ) : (
        <>
          <h3>{t.answer}</h3>
          <p class="lines">{answer}</p>
        </>
      )}
    </section>
  )
}

import { roundNow } from '@piket/domain/access/recourse.ts'
import { Field } from '#platform/field.tsx'
import type { Objection } from './service.ts'
import type { Text } from './text.ts'

/** The answer as it was typed. */
export interface AnswerTyped {
  readonly putusan: 'accepted' | 'refused'
  readonly alasan: string
  readonly butir: string
  readonly halaman: string
  readonly mulai?: string | undefined
}

interface Props {
  readonly slug: string
  readonly objection: Objection
  readonly typed: AnswerTyped | undefined
  readonly t: Text
}

/** Granting says what was changed and where; refusing says why, and cites the clause. */
export function AnswerForms({ slug, objection, typed, t }: Props) {
  const { employee, id, kind, clause } = objection
  const action = `/${slug}/keberatan/masuk/${encodeURIComponent(employee)}/${id}`
  const round = roundNow(objection)
  const [granting, refusing] = (['accepted', 'refused'] as const).map((one) =>
    typed?.putusan === one ? typed : undefined,
  )
  return (
    <section class="card stack" aria-labelledby="jawaban">
      <h2 id="jawaban">{t.answer}</h2>
      <form class="stack-s" method="post" action={action}>
        <input type="hidden" name="putaran" value={round} />
        <input type="hidden" name="putusan" value="accepted" />
        <Field
          name="alasan"
          id="diubah"
          label={t.answerReason.accepted}
          value={granting?.alasan}
          rows={2}
          maxLength={1000}
          required
        />
        {kind === 'record' && <Field name="mulai" label={t.from} type="date" value={granting?.mulai} required />}
        <Field
          name="halaman"
          label={kind === 'record' ? t.pageOptional : t.page}
          hint={t.pageHint}
          value={granting?.halaman}
          maxLength={500}
          required={kind !== 'record'}
        />
        <button class="ds-button" type="submit">
          {t.accept}
        </button>
      </form>
      <details class="ds-details" open={refusing !== undefined}>
        <summary>{t.refuse}</summary>
        <form class="stack-s" method="post" action={action}>
          <input type="hidden" name="putaran" value={round} />
          <input type="hidden" name="putusan" value="refused" />
          <Field
            name="alasan"
            id="sebab"
            label={t.answerReason.refused}
            value={refusing?.alasan}
            rows={2}
            maxLength={1000}
            required
          />
          <Field
            name="butir"
            label={t.basis}
            hint={t.basisHint}
            value={refusing?.butir ?? clause ?? ''}
            maxLength={200}
            required={clause !== null}
          />
          <button class="ds-button" data-variant="secondary" type="submit">
            {t.refuse}
          </button>
        </form>
      </details>
    </section>
  )
}

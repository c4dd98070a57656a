import { roundNow } from '@piket/domain/access/recourse.ts'
import { Field } from '#platform/field.tsx'
import { Form, useIsRefused } from '#platform/refused-form.tsx'
import type { Objection } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly slug: string
  readonly objection: Objection
  readonly t: Text
}

/** Granting says what was changed and where; refusing says why, and cites the clause. */
export function AnswerForms({ slug, objection, t }: Props) {
  const { employee, id, kind, clause } = objection
  const action = `/${slug}/keberatan/masuk/${encodeURIComponent(employee)}/${id}`
  const round = roundNow(objection)
  const refusing = { putusan: 'refused' }
  return (
    <section class="card stack" aria-labelledby="jawaban">
      <h2 id="jawaban">{t.answer}</h2>
      <Form class="stack-s" action={action} of={{ putusan: 'accepted' }}>
        <input type="hidden" name="putaran" value={round} />
        <Field name="alasan" id="diubah" label={t.answerReason.accepted} rows={2} maxLength={1000} required />
        {kind === 'record' && <Field name="mulai" label={t.from} type="date" required />}
        <Field
          name="halaman"
          label={kind === 'record' ? t.pageOptional : t.page}
          hint={t.pageHint}
          maxLength={500}
          required={kind !== 'record'}
        />
        <button class="ds-button" type="submit">
          {t.accept}
        </button>
      </Form>
      <details class="ds-details" open={useIsRefused(action, refusing)}>
        <summary>{t.refuse}</summary>
        <Form class="stack-s" action={action} of={refusing}>
          <input type="hidden" name="putaran" value={round} />
          <Field name="alasan" id="sebab" label={t.answerReason.refused} rows={2} maxLength={1000} required />
          <Field
            name="butir"
            label={t.basis}
            hint={t.basisHint}
            value={clause ?? ''}
            maxLength={200}
            required={clause !== null}
          />
          <button class="ds-button" data-variant="secondary" type="submit">
            {t.refuse}
          </button>
        </Form>
      </details>
    </section>
  )
}

import { Choice, Field } from '#platform/field.tsx'
import type { Language } from '#platform/language.ts'
import { Form, useIsRefused } from '#platform/refused-form.tsx'
import { clauseText } from './clause-page.tsx'
import type { CaseRead } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly language: Language
  readonly slug: string
  readonly read: CaseRead
  readonly t: Text
}

/** What the superior or the desk can say now. That nothing was broken needs a reason too. */
export function DeskForms({ language, slug, read: { file, turn, measures, documents }, t }: Props) {
  const action = `/${slug}/kasus/tinjau/${encodeURIComponent(file.employee)}/${file.id}`
  const dismissing = { putusan: 'dismissed' }
  const isDismissingRefused = useIsRefused(`${action}/putusan`, dismissing)
  if (turn === null) return null
  if (turn === 'view')
    return (
      <Form class="card stack-s" action={`${action}/pandangan`}>
        <Field name="kata" label={t.view} hint={t.viewHint} rows={3} maxLength={2000} required />
        <div class="act">
          <button class="ds-button" type="submit">
            {t.viewSend}
          </button>
        </div>
      </Form>
    )
  const round = file.standing.phase === 'appeal' ? '2' : '1'
  const isSilent = !file.steps.some(({ move }) => move === 'clarify')
  return (
    <section class="card stack" aria-labelledby="putusan">
      <h2 id="putusan">{t.decide}</h2>
      {isSilent && <p class="small">{t.silence}</p>}
      <Form class="stack-s" action={`${action}/putusan`} of={{ putusan: 'upheld' }}>
        <input type="hidden" name="putaran" value={round} />
        <Field
          name="kata"
          id="alasan-terbukti"
          label={t.reason}
          hint={t.reasonHint}
          rows={3}
          maxLength={2000}
          required
        />
        <Choice
          name="butir"
          label={t.chooseClause}
          options={file.clauses.map((clause) => [clause, clauseText(clause, documents, language, t)])}
        />
        <Choice
          name="tindakan"
          label={t.chooseMeasure}
          options={[
            ['', t.none],
            ...measures.map(({ measure, label, regulation }) => [measure, `${label} (${regulation})`] as const),
          ]}
        />
        <div class="act">
          <button class="ds-button" type="submit">
            {t.uphold}
          </button>
        </div>
      </Form>
      <details class="ds-details" open={isDismissingRefused}>
        <summary>{t.dismiss}</summary>
        <Form class="stack-s" action={`${action}/putusan`} of={dismissing}>
          <input type="hidden" name="putaran" value={round} />
          <Field
            name="kata"
            id="alasan-tidak"
            label={t.reason}
            hint={t.reasonHint}
            rows={3}
            maxLength={2000}
            required
          />
          <div class="act">
            <button class="ds-button" data-variant="secondary" type="submit">
              {t.dismiss}
            </button>
          </div>
        </Form>
      </details>
    </section>
  )
}

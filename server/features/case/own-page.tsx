import { Field } from '#platform/field.tsx'
import { Form } from '#platform/refused-form.tsx'
import type { CaseFile } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly slug: string
  readonly file: CaseFile
  readonly t: Text
}

/** What the person of a case can say now: an explanation as long as nobody has decided, then an appeal. */
export function OwnForms({ slug, file: { id, standing, steps }, t }: Props) {
  const said = new Set(steps.map(({ move }) => move))
  if (standing.phase === 'appealable')
    return (
      <Form class="card stack-s" action={`/${slug}/kasus/${id}/banding`}>
        <Field name="kata" label={t.appealReason} hint={t.appealHint} rows={3} maxLength={2000} required />
        <div class="act">
          <button class="ds-button" type="submit">
            {t.appeal}
          </button>
        </div>
      </Form>
    )
  if (said.has('clarify') || said.has('decide')) return null
  return (
    <Form class="card stack-s" action={`/${slug}/kasus/${id}/klarifikasi`}>
      {standing.phase !== 'clarification' && <p class="small">{t.late}</p>}
      <Field name="kata" label={t.clarify} hint={t.clarifyHint} rows={4} maxLength={2000} required />
      <div class="act">
        <button class="ds-button" type="submit">
          {t.clarifySend}
        </button>
      </div>
    </Form>
  )
}

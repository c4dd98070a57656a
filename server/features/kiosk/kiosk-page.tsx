import { Field } from '#platform/field.tsx'
import { Notice } from '#platform/parts.tsx'
import { Form } from '#platform/refused-form.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  /** Address of the screen. */
  readonly screen: string
  /** Id of what the form will keep. */
  readonly id: string
  /** What was just kept, in words. */
  readonly done: string | undefined
  readonly t: Text
}

/** The form at the shared device of an office. */
export function KioskPage({ view, screen, id, done, t }: Props) {
  return (
    <Shell view={view} title={t.title}>
      <div class="head">
        <div>
          <h1>{t.title}</h1>
          <p>{t.lead}</p>
        </div>
      </div>
      {done && (
        <Notice tone="neutral">
          <p role="status">{done}</p>
        </Notice>
      )}
      <Form class="card stack narrow" action={`${screen}/pin`} autocomplete="off">
        <input type="hidden" name="nomor" value={id} />
        <Field name="pegawai" label={t.number} maxLength={40} autocomplete="off" required />
        <Field name="pin" label={t.pin} type="password" maxLength={12} autocomplete="off" required />
        <div class="act">
          <button class="ds-button" type="submit" name="arah" value="in">
            {t.in}
          </button>
          <button class="ds-button" data-variant="secondary" type="submit" name="arah" value="out">
            {t.out}
          </button>
        </div>
      </Form>
      <p>
        <a href={screen}>{t.back}</a>
      </p>
    </Shell>
  )
}

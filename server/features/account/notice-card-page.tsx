import { Field } from '#platform/field.tsx'
import { Form } from '#platform/refused-form.tsx'
import type { OwnNotices } from '../notice-address/service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly slug: string
  readonly notices: OwnNotices
  /** A moment in the region's own time. */
  readonly moment: (at: number) => string
  readonly t: Text
}

/** Where somebody is told that something waits: this phone, and mail. The script shows the button where it can work. */
export function NoticeCard({ slug, notices: { mail, mailIsOn, phones, pushKey }, moment, t: { notices: t } }: Props) {
  const action = `/${slug}/akun/pemberitahuan`
  return (
    <section class="card stack" aria-labelledby="pemberitahuan">
      <h2 id="pemberitahuan">{t.title}</h2>
      <p class="small quiet">{t.lead}</p>
      <div class="stack-s">
        <h3>{t.phone}</h3>
        {pushKey === undefined && <p class="small">{t.phoneOff}</p>}
        {phones.length > 0 && (
          <Form class="row" action={`${action}/ponsel/cabut`}>
            <p class="small grow">{t.phones(phones.length, moment(Math.max(...phones)))}</p>
            <button class="ds-button" data-variant="secondary" data-size="sm" type="submit">
              {t.stop}
            </button>
          </Form>
        )}
        {pushKey !== undefined && (
          <div
            data-notices={pushKey}
            data-answer={`${action}/ponsel`}
            data-denied={t.denied}
            data-failed={t.failed}
            hidden
          >
            <button class="ds-button" data-variant="secondary" data-size="sm" type="button">
              {t.start}
            </button>
            <p class="small" role="status" />
          </div>
        )}
      </div>
      <Form class="stack-s" action={action}>
        <h3>{t.mail}</h3>
        {!mailIsOn && <p class="small">{t.mailOff}</p>}
        <Field
          name="surel"
          label={t.address}
          hint={t.addressHint}
          type="email"
          value={mail ?? ''}
          maxLength={200}
          autocomplete="email"
        />
        <div class="act">
          <button class="ds-button" data-variant="secondary" data-size="sm" type="submit">
            {t.save}
          </button>
        </div>
      </Form>
    </section>
  )
}

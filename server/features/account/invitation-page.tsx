import type { PasswordProfile } from '@piket/domain/access/password.ts'
import { Field } from '#platform/field.tsx'
import type { Refusal } from '#platform/refusal.ts'
import { RefusalNotice } from '#platform/refusal-notice.tsx'
import { Form } from '#platform/refused-form.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  /** As they were typed. */
  readonly login: string
  readonly code: string
  readonly profile: PasswordProfile
  readonly refusal: Refusal | undefined
  readonly t: Text
}

/** Where the holder of a code chooses a password. */
export const InvitationPage = ({ view, slug, login, code, profile, refusal, t }: Props) => (
  <Shell view={view} title={t.inviteTitle}>
    <div class="head">
      <div>
        <h1>{t.inviteTitle}</h1>
        <p>{t.inviteLead}</p>
      </div>
    </div>
    {refusal && <RefusalNotice refusal={refusal} title={t.failed} language={view.language} />}
    <Form class="card stack narrow" action={`/${slug}/undangan`}>
      <Field
        name="nip"
        label={t.login}
        hint={t.loginHint}
        value={login}
        autocomplete="username"
        autocapitalize="none"
        required
        maxLength={60}
      />
      <Field
        name="kode"
        label={t.code}
        hint={t.codeHint}
        value={code}
        autocomplete="one-time-code"
        autocapitalize="characters"
        required
        maxLength={40}
      />
      <Field
        name="sandi"
        label={t.newPassword}
        hint={t.passwordHint[profile]}
        type="password"
        autocomplete="new-password"
        required
        maxLength={400}
      />
      <button class="ds-button" type="submit">
        {t.choose}
      </button>
      <p class="small">
        <a href={`/${slug}/masuk`}>{t.signInInstead}</a>
      </p>
    </Form>
  </Shell>
)

import { type PasswordProfile, passwordProfileWords } from '@piket/domain/access/password.ts'
import { Field } from '#platform/field.tsx'
import { Form } from '#platform/refused-form.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  /** As the address gives it. */
  readonly login: string | undefined
  readonly profile: PasswordProfile
  readonly t: Text
}

/** Where the holder of a code chooses a password. */
export const InvitationPage = ({ view, slug, login, profile, t }: Props) => (
  <Shell view={view} title={t.title}>
    <div class="head">
      <div>
        <h1>{t.title}</h1>
        <p>{t.lead}</p>
      </div>
    </div>
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
        autocomplete="one-time-code"
        autocapitalize="characters"
        required
        maxLength={40}
      />
      <Field
        name="sandi"
        label={t.password}
        hint={passwordProfileWords[profile][view.language]}
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

import { type PasswordProfile, passwordProfileWords } from '@piket/domain/access/password.ts'
import { Field } from '#platform/field.tsx'
import { Notice } from '#platform/parts.tsx'
import { Form } from '#platform/refused-form.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly login: string
  readonly profile: PasswordProfile
  /** The old one is too old: nothing else is open. */
  readonly expired: boolean
  readonly back: string | undefined
  readonly t: Text
}

/** Changes the own password. */
export const PasswordPage = ({ view, slug, login, profile, expired, back, t }: Props) => (
  <Shell view={view} title={t.changeTitle}>
    <div class="head">
      <div>
        <h1>{t.changeTitle}</h1>
        <p>{t.changeLead}</p>
      </div>
    </div>
    {expired && (
      <Notice tone="unknown">
        <p>{t.expired}</p>
      </Notice>
    )}
    <Form
      class="card stack narrow"
      action={`/${slug}/akun/sandi${back === undefined ? '' : `?${new URLSearchParams({ ke: back })}`}`}
    >
      {/* Password managers file the new password under the number. */}
      <input
        class="ds-sr-only"
        type="text"
        value={login}
        autocomplete="username"
        readOnly
        tabIndex={-1}
        aria-hidden="true"
      />
      <Field
        name="sekarang"
        label={t.current}
        type="password"
        autocomplete="current-password"
        required
        maxLength={400}
      />
      <Field
        name="sandi"
        label={t.newPassword}
        hint={passwordProfileWords[profile][view.language]}
        type="password"
        autocomplete="new-password"
        required
        maxLength={400}
      />
      {back !== undefined && <input type="hidden" name="ke" value={back} />}
      <button class="ds-button" type="submit">
        {t.save}
      </button>
    </Form>
    {expired && (
      <Form action={`/${slug}/keluar`}>
        <button class="ds-button" data-variant="secondary" type="submit">
          {t.signOut}
        </button>
      </Form>
    )}
  </Shell>
)

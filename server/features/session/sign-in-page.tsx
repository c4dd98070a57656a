import { roleWords } from '@piket/domain/access/role-words.ts'
import { Field } from '#platform/field.tsx'
import type { Refusal } from '#platform/refusal.ts'
import { RefusalNotice } from '#platform/refusal-notice.tsx'
import { Form } from '#platform/refused-form.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import type { Offered } from '../demonstration/service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  /** Where to go afterwards. */
  readonly back: string | undefined
  /** As it was typed, so that it need not be typed again. */
  readonly login: string
  readonly refusal: Refusal | undefined
  /** Accounts that a demonstration lets in with one click; none elsewhere. */
  readonly offered: readonly Offered[]
  readonly demonstrationPassword: string | undefined
  /** Keys can be used at this address. */
  readonly offersPasskeys: boolean
  /** The region has a provider of its own. */
  readonly offersSignOn: boolean
  /** Of whom the session has run out, which their phone may renew. */
  readonly renewable: { readonly region: string; readonly person: string; readonly to: string } | undefined
  readonly t: Text
}

export function SignInPage(props: Props) {
  const { view, slug, back, login, refusal, offered, demonstrationPassword, offersPasskeys, offersSignOn } = props
  const { renewable, t } = props
  const { language } = view
  const wayBack = back !== undefined && <input type="hidden" name="ke" value={back} />
  const script = renewable ? view.assets.renew : offersPasskeys ? view.assets.passkey : undefined
  return (
    <Shell view={view} title={t.title} script={script}>
      <div class="head" {...(renewable && { 'data-renew': JSON.stringify(renewable) })}>
        <div>
          <h1>{t.title}</h1>
          <p>{t.lead}</p>
        </div>
      </div>
      {refusal && <RefusalNotice refusal={refusal} title={t.failed} language={language} />}
      {offered.length > 0 && (
        <section class="card stack" aria-labelledby="peragaan">
          <h2 id="peragaan">{t.demonstration}</h2>
          <p class="small">{t.demonstrationLead}</p>
          <ul class="cols three">
            {offered.map(({ account, name, title, roles, acts }) => (
              <li>
                <form method="post" action={`/${slug}/masuk/peragaan`}>
                  <input type="hidden" name="akun" value={account} />
                  {wayBack}
                  <button class="choice" type="submit">
                    <strong>
                      {[...roles.map((role) => roleWords[role][language]), ...(acts ? [t.acts] : [])].join(', ')}
                    </strong>
                    <span>{name}</span>
                    {title && <span class="small quiet">{title}</span>}
                  </button>
                </form>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Form class="card stack narrow" action={`/${slug}/masuk`}>
        {offered.length > 0 && <h2>{t.orPassword}</h2>}
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
          name="sandi"
          label={t.password}
          type="password"
          autocomplete="current-password"
          required
          maxLength={400}
        />
        {wayBack}
        <button class="ds-button" type="submit">
          {t.signIn}
        </button>
        {offersSignOn && (
          <a
            class="ds-button"
            data-variant="secondary"
            href={`/${slug}/masuk/tunggal${back === undefined ? '' : `?${new URLSearchParams({ ke: back })}`}`}
          >
            {t.signOn}
          </a>
        )}
        {offersPasskeys && (
          <div
            class="stack-s"
            hidden
            data-passkey="get"
            data-options={`/${slug}/masuk/kunci/pilihan`}
            data-answer={`/${slug}/masuk/kunci`}
            data-back={back}
            data-failed={t.passkeyFailed}
          >
            <button class="ds-button" data-variant="secondary" type="button">
              {t.passkey}
            </button>
            <p class="small" role="status" />
          </div>
        )}
        {demonstrationPassword && <p class="small quiet">{t.demonstrationPassword(demonstrationPassword)}</p>}
        <p class="small">
          <a href={`/${slug}/undangan`}>{t.invited}</a>
        </p>
        <p class="small">
          <a href={`/${slug}/layanan`}>{t.publicFirst}</a>
        </p>
      </Form>
    </Shell>
  )
}

import { Field } from '#platform/field.tsx'
import type { Refusal } from '#platform/refusal.ts'
import { RefusalNotice } from '#platform/refusal-notice.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import type { Ways } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  /** Where somebody wanted to go. */
  readonly back: string | undefined
  /** Number by which password managers know the account. */
  readonly login: string
  readonly ways: Ways
  /** The password was given already, and is not enough. */
  readonly lacks: boolean
  readonly refusal: Refusal | undefined
  readonly t: Text
}

/** Asks somebody who has signed in to prove once more who they are. */
export function ProofPage(props: Props) {
  const { view, ways, lacks, refusal, t } = props
  const { password, passkey, signOn, demonstration, code } = ways
  const [title, lead] = lacks ? (code ? [t.codeTitle, t.codeLead] : [t.secondTitle, t.secondLead]) : [t.title, t.lead]
  return (
    <Shell view={view} title={title} script={passkey ? view.assets.passkey : undefined}>
      <div class="head">
        <div>
          <h1>{title}</h1>
          <p>{lead}</p>
        </div>
      </div>
      {refusal && <RefusalNotice refusal={refusal} title={t.failed} language={view.language} />}
      <div class="card stack narrow">
        {demonstration && <DemonstrationWay {...props} />}
        {code && <CodeWay {...props} />}
        {password && <PasswordWay {...props} />}
        {passkey && <PasskeyWay {...props} />}
        {signOn && <SignOnWay {...props} />}
        {!(password || passkey || signOn || demonstration || code) && <NoWay {...props} />}
        {(lacks || code) && <SecondHelp {...props} />}
        <p class="small quiet">{t.afterwards}</p>
      </div>
    </Shell>
  )
}

const WayBack = ({ back }: Props) => (back === undefined ? null : <input type="hidden" name="ke" value={back} />)

const DemonstrationWay = (props: Props) => (
  <form class="stack-s" method="post" action={`/${props.slug}/akun/bukti/peragaan`}>
    <p>{props.t.demonstration}</p>
    <WayBack {...props} />
    <button class="ds-button" type="submit">
      {props.t.prove}
    </button>
  </form>
)

const PasswordWay = (props: Props) => (
  <form class="stack" method="post" action={`/${props.slug}/akun/bukti`}>
    {/* Password managers know the password by the number. */}
    <input
      class="ds-sr-only"
      type="text"
      value={props.login}
      autocomplete="username"
      readOnly
      tabIndex={-1}
      aria-hidden="true"
    />
    <Field
      name="sandi"
      label={props.t.password}
      type="password"
      autocomplete="current-password"
      required
      maxLength={400}
    />
    <WayBack {...props} />
    <button class="ds-button" data-variant={props.ways.demonstration ? 'secondary' : undefined} type="submit">
      {props.t.prove}
    </button>
  </form>
)

const CodeWay = (props: Props) => (
  <form class="stack" method="post" action={`/${props.slug}/akun/bukti/kode`}>
    <Field
      name="kode"
      label={props.t.code}
      hint={props.t.codeHint}
      autocomplete="one-time-code"
      autocapitalize="characters"
      required
      maxLength={40}
    />
    <WayBack {...props} />
    <button class="ds-button" type="submit">
      {props.t.prove}
    </button>
  </form>
)

const PasskeyWay = ({ slug, back, ways, t }: Props) => (
  <div
    class="stack-s"
    hidden
    data-passkey="get"
    data-options={`/${slug}/akun/bukti/kunci/pilihan`}
    data-answer={`/${slug}/akun/bukti/kunci`}
    data-back={back}
    data-failed={t.passkeyFailed}
  >
    <button class="ds-button" data-variant={ways.password || ways.code ? 'secondary' : undefined} type="button">
      {t.passkey}
    </button>
    <p class="small" role="status" />
  </div>
)

const SignOnWay = ({ slug, back, t }: Props) => (
  <a
    class="ds-button"
    data-variant="secondary"
    href={`/${slug}/masuk/tunggal?${new URLSearchParams({ ulang: '1', ...(back !== undefined && { ke: back }) })}`}
  >
    {t.signOn}
  </a>
)

/** Keys work in browsers with script, and are lost with the phone; so is the application. */
const SecondHelp = ({ slug, ways, t }: Props) => (
  <>
    <p class="small">{ways.code ? t.codeLost : t.secondLost}</p>
    <form method="post" action={`/${slug}/keluar`}>
      <button class="ds-button" data-variant="secondary" data-size="sm" type="submit">
        {t.signOut}
      </button>
    </form>
  </>
)

const NoWay = ({ slug, t }: Props) => (
  <form class="stack-s" method="post" action={`/${slug}/keluar`}>
    <p>{t.nothing}</p>
    <button class="ds-button" type="submit">
      {t.signOut}
    </button>
  </form>
)

import { mayAtAll } from '@piket/domain/access/permission.ts'
import { roleWords } from '@piket/domain/access/role-words.ts'
import { agentWords } from '#platform/agent-words.ts'
import type { Language } from '#platform/language.ts'
import { folding, Heading, Notice } from '#platform/parts.tsx'
import { Form } from '#platform/refused-form.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import type { Device } from '../device/service.ts'
import type { OwnNotices } from '../notice-address/service.ts'
import type { Passkey } from '../passkey/service.ts'
import type { OpenSession, SignedIn } from '../session/service.ts'
import { NoticeCard } from './notice-card-page.tsx'
import type { OwnAccount } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly signedIn: SignedIn
  readonly own: OwnAccount
  readonly sessions: readonly OpenSession[]
  /** A moment in the region's own time. */
  readonly moment: (at: number) => string
  readonly unitName: (unit: string) => string
  readonly manages: boolean
  /** How the person is told; undefined: members of outside bodies are told nothing. */
  readonly notices: OwnNotices | undefined
  readonly managesMachines: boolean
  readonly passkeys: readonly Passkey[]
  /** Whether a code is asked for after the password; undefined: codes are not for this account. */
  readonly usesCodes: boolean | undefined
  /** Live phones of a person; undefined: who has no staff record checks in with none. */
  readonly phones: readonly Device[] | undefined
  /** The moment of the page, in milliseconds. */
  readonly now: number
  /** They have proved lately who they are: a new key could let anybody in. */
  readonly proved: boolean
  /** Keys can be made at this address. */
  readonly offersPasskeys: boolean
  readonly t: Text
}

/** The own account: who one is to Piket, how one signs in, and where one is signed in. */
export function AccountPage(props: Props) {
  const { view, slug, signedIn, own, manages, unitName, t } = props
  const { language } = view
  const { region, employee, account } = signedIn
  // As a person, as an account that marks at inspections, and its photos, which are kept apart.
  const of = [...(employee === undefined ? [] : [employee]), account, `${account}-photo`]
  const waiting = { region, of, words: t.waiting }
  return (
    <Shell view={view} title={t.title} script={view.assets.account}>
      <div class="head">
        <div>
          <h1>{t.title}</h1>
        </div>
        <Form class="stack-s" action={`/${slug}/keluar`}>
          <p class="small" role="status" data-waiting={JSON.stringify(waiting)} />
          <button class="ds-button" data-variant="secondary" type="submit">
            {t.signOut}
          </button>
        </Form>
      </div>
      {signedIn.lacks !== undefined && (
        <Notice tone="unknown" title={t.passkeyNeeded}>
          <p>{props.offersPasskeys ? t.passkeyNeededLead : t.passkeyNeededElsewhere}</p>
        </Notice>
      )}
      <div class="cols even">
        <section class="card stack" aria-labelledby="anda">
          <h2 id="anda">{t.you}</h2>
          <dl class="facts">
            <dt>{t.name}</dt>
            <dd>{signedIn.name}</dd>
            {signedIn.title && (
              <>
                <dt>{t.post}</dt>
                <dd>{signedIn.title}</dd>
              </>
            )}
            {own.agency && (
              <>
                <dt>{t.agency}</dt>
                <dd>{unitName(own.agency)}</dd>
              </>
            )}
            <dt>{t.number}</dt>
            <dd class="code">{own.login}</dd>
            <dt>{t.roles}</dt>
            <dd>
              <Roles signedIn={signedIn} unitName={unitName} language={language} />
            </dd>
          </dl>
          {signedIn.employee !== undefined && (
            <p>
              <a href={`/${slug}/data-saya`}>{t.ownData}</a>
            </p>
          )}
          {manages && (
            <p>
              <a href={`/${slug}/akun/kelola`}>{t.manage}</a>
              {' · '}
              <a href={`/${slug}/gangguan`}>{t.outages}</a>
            </p>
          )}
          {mayAtAll(signedIn, 'answer-objections') && (
            <p>
              <a href={`/${slug}/keberatan/masuk`}>{t.objections}</a>
            </p>
          )}
          {props.managesMachines && (
            <p>
              <a href={`/${slug}/akun/mesin`}>{t.machines}</a>
              {' · '}
              <a href={`/${slug}/akun/webhook`}>{t.webhooks}</a>
            </p>
          )}
        </section>
        <section class="card stack" aria-labelledby="cara-masuk">
          <h2 id="cara-masuk">{t.entry}</h2>
          <div class="row">
            <div class="grow">
              <h3>{t.password}</h3>
              <p class="small quiet">
                {own.passwordSet === undefined ? t.noPassword : t.passwordSince(props.moment(own.passwordSet))}
              </p>
            </div>
            {own.passwordSet !== undefined && (
              <a class="ds-button" data-variant="secondary" data-size="sm" href={`/${slug}/akun/sandi`}>
                {t.change}
              </a>
            )}
          </div>
          <Passkeys {...props} />
          {props.usesCodes !== undefined && (
            <p>
              <a href={`/${slug}/akun/kode`}>{props.usesCodes ? t.codesOn : t.codesOff}</a>
            </p>
          )}
        </section>
      </div>
      {props.notices && <NoticeCard slug={slug} notices={props.notices} moment={props.moment} t={t} />}
      <Phones {...props} />
      <Sessions {...props} />
    </Shell>
  )
}

/** Keys there are, and a button that the script shows where the browser can make another. */
function Passkeys({ slug, passkeys, offersPasskeys, proved, moment, t }: Props) {
  if (!offersPasskeys && passkeys.length === 0) return null
  return (
    <div class="stack-s">
      <h3>{t.passkeys}</h3>
      <p class="small quiet">{t.passkeysLead}</p>
      <ul class="list">
        {passkeys.map(({ credential, label, registered, used }) => (
          <li class="row">
            <div class="grow">
              <p>{label}</p>
              <p class="small quiet">
                {t.passkeySince(moment(registered))}
                {used !== null && ` · ${t.passkeyUsed(moment(used))}`}
              </p>
            </div>
            {proved && (
              <Form action={`/${slug}/akun/kunci/cabut`}>
                <button
                  class="ds-button"
                  data-variant="secondary"
                  data-size="sm"
                  type="submit"
                  name="kunci"
                  value={credential}
                  aria-label={t.revokeOf(label, moment(registered))}
                >
                  {t.revoke}
                </button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {!proved && (
        <p>
          <a
            class="ds-button"
            data-variant="secondary"
            data-size="sm"
            href={`/${slug}/akun/bukti?${new URLSearchParams({ ke: `/${slug}/akun` })}`}
          >
            {t.proveForKeys}
          </a>
        </p>
      )}
      {offersPasskeys && proved && (
        <div
          hidden
          data-passkey="create"
          data-options={`/${slug}/akun/kunci/pilihan`}
          data-answer={`/${slug}/akun/kunci`}
          data-failed={t.passkeyFailed}
        >
          <button class="ds-button" data-variant="secondary" data-size="sm" type="button">
            {t.addPasskey}
          </button>
          <p class="small" role="status" />
        </div>
      )}
    </div>
  )
}

/** Phones that sign check-ins: whether each counts yet, and how to end one that was lost. */
function Phones({ slug, phones, now, moment, t }: Props) {
  if (!phones) return null
  return (
    <section class="card stack" aria-labelledby="ponsel">
      <h2 id="ponsel">{t.phones}</h2>
      <p class="small quiet">{phones.length === 0 ? t.noPhones : t.phonesLead}</p>
      <ul class="list">
        {phones.map(({ device, label, registered, usableFrom }) => (
          <li class="row">
            <div class="grow">
              <p>{label}</p>
              <p class="small quiet">
                {t.phoneSince(moment(registered.getTime()))} ·{' '}
                {usableFrom.getTime() <= now ? t.phoneCounts : t.phoneWaits(moment(usableFrom.getTime()))}
              </p>
            </div>
            <Form action={`/${slug}/akun/ponsel/cabut`}>
              <button
                class="ds-button"
                data-variant="secondary"
                data-size="sm"
                type="submit"
                name="ponsel"
                value={device}
                aria-label={t.revokePhone(label, moment(registered.getTime()))}
              >
                {t.revoke}
              </button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Roles({
  signedIn: { roles },
  unitName,
  language,
}: {
  readonly signedIn: SignedIn
  readonly unitName: (unit: string) => string
  readonly language: Language
}) {
  return (
    <ul class="stack-s">
      {roles.map(({ role, agency }) => (
        <li>
          {roleWords[role][language]}
          {role === 'head' && agency && <span class="small quiet"> {unitName(agency)}</span>}
        </li>
      ))}
    </ul>
  )
}

function Sessions({ slug, signedIn, sessions, moment, t }: Props) {
  return (
    <section class="card stack" aria-labelledby="sesi">
      <h2 id="sesi">{t.sessions}</h2>
      <p class="small quiet">{t.sessionsLead}</p>
      <table class="ds-table fold" {...folding.table}>
        <Heading columns={[t.browser, t.method, t.begun, t.seen, <span class="ds-sr-only">{t.end}</span>]} />
        <tbody {...folding.rows}>
          {sessions.map(({ token, method, agent, begun, seen }) => {
            const browser = agentWords(agent) ?? t.unknownBrowser
            return (
              <tr {...folding.row}>
                <th {...folding.header} scope="row">
                  {browser}
                </th>
                <td {...folding.cell} data-l={t.method}>
                  {t.methods[method]}
                </td>
                <td {...folding.cell} data-l={t.begun}>
                  {moment(begun)}
                </td>
                <td {...folding.cell} data-l={t.seen}>
                  {moment(seen)}
                </td>
                <td {...folding.cell}>
                  {token.equals(signedIn.token) ? (
                    <span class="quiet">{t.thisOne}</span>
                  ) : (
                    <Form action={`/${slug}/akun/sesi`}>
                      <button
                        class="ds-button"
                        data-variant="secondary"
                        data-size="sm"
                        type="submit"
                        name="sesi"
                        value={token.toString('base64url')}
                        aria-label={t.endOf(browser, moment(begun))}
                      >
                        {t.end}
                      </button>
                    </Form>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {sessions.length > 1 && (
        <Form action={`/${slug}/akun/sesi`}>
          <button class="ds-button" data-variant="secondary" data-size="sm" type="submit" name="sesi" value="lain">
            {t.endOthers}
          </button>
        </Form>
      )}
    </section>
  )
}

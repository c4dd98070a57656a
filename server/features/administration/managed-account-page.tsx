import { roleWords } from '@piket/domain/access/role-words.ts'
import type { Day } from '@piket/domain/calendar/day.ts'
import { dayText } from '#platform/language.ts'
import { Notice } from '#platform/parts.tsx'
import { Form } from '#platform/refused-form.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import { GrantFields } from './grant-fields-page.tsx'
import type { ManagedAccount } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly managed: ManagedAccount
  /** It is the account of whoever looks at it. */
  readonly own: boolean
  readonly unitName: (unit: string) => string
  /** Id of the form that prints a slip. */
  readonly form: string
  readonly t: Text
}

/** One account: its state, its roles, a new code. */
export function ManagedAccountPage(props: Props) {
  const { view, slug, managed, own, unitName, t } = props
  const { account, name, title, agency } = managed
  return (
    <Shell view={view} title={name}>
      <div class="head">
        <div>
          <p class="small">
            <a href={`/${slug}/akun/kelola${agency ? `?${new URLSearchParams({ opd: agency })}` : ''}`}>{t.title}</a>
          </p>
          <h1>{name}</h1>
          <p>{[title, agency && unitName(agency), account.login].filter(Boolean).join(' · ')}</p>
        </div>
      </div>
      {own && (
        <Notice tone="neutral">
          <p>{t.ownNote}</p>
        </Notice>
      )}
      <div class="cols even">
        <section class="card stack" aria-labelledby="keadaan">
          <h2 id="keadaan">{t.state}</h2>
          <p class="strong">{t.states[account.state]}</p>
          {!own && <StateForms {...props} />}
        </section>
        <section class="card stack" aria-labelledby="diberi">
          <h2 id="diberi">{t.given}</h2>
          <Grants {...props} />
        </section>
        {!own && (
          <section class="card stack" aria-labelledby="beri">
            <h2 id="beri">{t.give}</h2>
            <Form class="stack" action={`${addressOf(props)}/peran`}>
              <GrantFields language={view.language} t={t} />
              <button class="ds-button" type="submit">
                {t.give}
              </button>
            </Form>
          </section>
        )}
      </div>
    </Shell>
  )
}

const addressOf = ({ slug, managed: { account } }: Props): string => `/${slug}/akun/kelola/${account.account}`

function StateForms(props: Props) {
  const { t } = props
  const { state } = props.managed.account
  const isShut = state === 'suspended' || state === 'ended'
  const choices = [
    ...(isShut ? [{ value: 'aktif', words: t.resume }] : [{ value: 'tangguh', words: t.suspend }]),
    ...(state === 'ended' ? [] : [{ value: 'akhir', words: t.end }]),
  ]
  return (
    <>
      <Form class="act" action={`${addressOf(props)}/keadaan`}>
        {choices.map(({ value, words }) => (
          <button
            class="ds-button"
            data-variant="secondary"
            data-size="sm"
            type="submit"
            name="keadaan"
            value={value}
            aria-describedby="keadaan-petunjuk"
          >
            {words}
          </button>
        ))}
      </Form>
      <p class="small quiet" id="keadaan-petunjuk">
        {t.stateHint}
      </p>
      {!isShut && (
        <>
          <h3>{t.newCode}</h3>
          <p class="small quiet">{t.newCodeHint}</p>
          <Form action={`${addressOf(props)}/undang`}>
            <input type="hidden" name="nomor" value={props.form} />
            <button class="ds-button" data-variant="secondary" data-size="sm" type="submit">
              {t.printCode}
            </button>
          </Form>
        </>
      )}
      {(props.managed.keys > 0 || props.managed.codes) && (
        <>
          <h3>{t.keys}</h3>
          <p class="small quiet">{t.keysHint(props.managed.keys, props.managed.codes)}</p>
          <Form action={`${addressOf(props)}/kunci/cabut`}>
            <button class="ds-button" data-variant="secondary" data-size="sm" type="submit">
              {t.endKeys}
            </button>
          </Form>
        </>
      )}
    </>
  )
}

function Grants(props: Props) {
  const { view, managed, own, t } = props
  const { language } = view
  const words = (day: Day | null) => (day === null ? undefined : dayText(day, language))
  if (managed.grants.length === 0) return <p>{t.noGrants}</p>
  return (
    <ul class="list">
      {managed.grants.map(({ role, from, until, letter }) => (
        <li class="row">
          <div class="grow">
            <p class="strong">{roleWords[role][language]}</p>
            <p class="small quiet">
              {[t.period(words(from), words(until)), letter && t.byLetter(letter)].filter(Boolean).join(' · ')}
            </p>
          </div>
          {!own && (
            <Form action={`${addressOf(props)}/peran/cabut`}>
              <button
                class="ds-button"
                data-variant="secondary"
                data-size="sm"
                type="submit"
                name="peran"
                value={role}
                aria-label={t.takeBackOf(roleWords[role][language])}
              >
                {t.takeBack}
              </button>
            </Form>
          )}
        </li>
      ))}
    </ul>
  )
}

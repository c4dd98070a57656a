import { roleWords } from '@piket/domain/access/role-words.ts'
import type { UnitRecord } from '@piket/domain/staff/facts.ts'
import { Field } from '#platform/field.tsx'
import { type Language, numberText } from '#platform/language.ts'
import { type Page, PageLinks } from '#platform/paging.tsx'
import { folding, Heading } from '#platform/parts.tsx'
import { Form } from '#platform/refused-form.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import { GrantFields } from './grant-fields-page.tsx'
import type { NamedAccount, Staff, StaffMember } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly agencies: readonly UnitRecord[]
  readonly holders: readonly NamedAccount[]
  /** The agency chosen, if one is. */
  readonly agency: string
  readonly search: string
  readonly staff: Staff | undefined
  readonly at: Page<StaffMember>
  readonly unitName: (unit: string) => string
  /** Id of the forms that print slips: each is about somebody else. */
  readonly form: string
  readonly t: Text
}

/** Whose accounts there are: choose an agency, or see who holds special roles. */
export function ListPage(props: Props) {
  const { view, slug, agencies, agency, search, staff, t } = props
  return (
    <Shell view={view} title={t.title}>
      <div class="head">
        <div>
          <p class="small">
            <a href={`/${slug}/akun`}>{t.own}</a>
          </p>
          <h1>{t.title}</h1>
          <p>{t.lead}</p>
        </div>
      </div>
      <section class="card stack" aria-labelledby="opd-judul">
        <h2 id="opd-judul">{t.agency}</h2>
        <form class="act find" method="get" action={`/${slug}/akun/kelola`}>
          <label class="ds-sr-only" for="opd">
            {t.agency}
          </label>
          <select id="opd" name="opd">
            <option value="">{t.choose}</option>
            {agencies.map(({ unit, name }) => (
              <option value={unit} selected={unit === agency}>
                {name}
              </option>
            ))}
          </select>
          <label class="ds-sr-only" for="cari">
            {t.search}
          </label>
          <input id="cari" type="search" name="cari" value={search} placeholder={t.search} maxLength={80} />
          <button class="ds-button" data-variant="secondary" data-size="sm" type="submit">
            {t.show}
          </button>
        </form>
        {staff && <People {...props} staff={staff} />}
      </section>
      <div class="cols">
        <Holders {...props} />
        <OutsiderForm {...props} />
      </div>
    </Shell>
  )
}

function People({ view, slug, agency, search, staff, at, unitName, form, t }: Props & { readonly staff: Staff }) {
  const { language } = view
  const number = (count: number) => numberText(count, language)
  const query = (hal: number) => new URLSearchParams({ opd: agency, ...(search && { cari: search }), hal: `${hal}` })
  const href = (hal: number) => `/${slug}/akun/kelola?${query(hal)}`
  // Refused, it comes again on this page of the list.
  const inviting = `/${slug}/akun/kelola/undang?${query(at.page)}`
  return (
    <>
      <div class="row">
        <p class="grow">
          {t.people(number(staff.found.length), number(staff.all))}. {t.without(number(staff.without))}
        </p>
        <Form action={inviting} of={{ opd: agency, pegawai: '' }}>
          <input type="hidden" name="nomor" value={form} />
          <button class="ds-button" data-size="sm" type="submit" aria-describedby="undang-petunjuk">
            {t.inviteAll}
          </button>
        </Form>
      </div>
      <p class="small quiet" id="undang-petunjuk">
        {t.inviteAllHint}
      </p>
      {at.items.length === 0 ? (
        <p>{t.nobody}</p>
      ) : (
        <table class="ds-table fold" {...folding.table}>
          <Heading columns={[t.name, t.login, t.unit, t.account, t.roles]} />
          <tbody {...folding.rows}>
            {at.items.map(({ person, held, login }) => (
              <tr {...folding.row}>
                <th {...folding.header} scope="row">
                  {held ? <a href={`/${slug}/akun/kelola/${held.account.account}`}>{person.name}</a> : person.name}
                </th>
                <td {...folding.cell} data-l={t.login} class="code nowrap">
                  {login}
                </td>
                <td {...folding.cell} data-l={t.unit} class="small quiet">
                  {unitName(person.unit)}
                </td>
                <td {...folding.cell} data-l={t.account}>
                  {held ? (
                    t.states[held.account.state]
                  ) : (
                    <Form action={inviting} of={{ opd: agency, pegawai: person.employee }}>
                      <input type="hidden" name="nomor" value={form} />
                      <button
                        class="ds-button"
                        data-variant="secondary"
                        data-size="sm"
                        type="submit"
                        aria-label={t.inviteOf(person.name)}
                      >
                        {t.invite}
                      </button>
                    </Form>
                  )}
                </td>
                <td {...folding.cell} data-l={t.roles} class={held?.granted.length ? undefined : 'nil'}>
                  {rolesOf(held?.granted ?? [], language)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <PageLinks at={at} href={href} language={language} />
    </>
  )
}

const rolesOf = (roles: NamedAccount['granted'], language: Language): string =>
  roles.map((role) => roleWords[role][language]).join(', ')

function Holders({ view: { language }, slug, holders, t }: Props) {
  return (
    <section class="card stack" aria-labelledby="khusus">
      <h2 id="khusus">{t.holders}</h2>
      <p class="small quiet">{t.holdersLead}</p>
      <table class="ds-table fold" {...folding.table}>
        <Heading columns={[t.name, t.roles, t.account]} />
        <tbody {...folding.rows}>
          {holders.map(({ account, name, granted }) => (
            <tr {...folding.row}>
              <th {...folding.header} scope="row">
                <a href={`/${slug}/akun/kelola/${account.account}`}>{name}</a>
                {account.body && <span class="small quiet"> {account.body}</span>}
              </th>
              <td {...folding.cell} data-l={t.roles}>
                {rolesOf(granted, language)}
              </td>
              <td {...folding.cell} data-l={t.account}>
                {t.states[account.state]}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function OutsiderForm({ view: { language }, slug, form, t }: Props) {
  return (
    <section class="card stack" aria-labelledby="luar">
      <h2 id="luar">{t.addOutsider}</h2>
      <p class="small quiet">{t.addOutsiderLead}</p>
      <Form class="stack" action={`/${slug}/akun/kelola/luar`}>
        <input type="hidden" name="nomor" value={form} />
        <Field name="nama" label={t.name} required maxLength={120} />
        <Field name="badan" label={t.body} required maxLength={120} />
        <Field name="masuk" label={t.outsiderLogin} hint={t.outsiderLoginHint} required maxLength={60} />
        <GrantFields chosen="task_force" language={language} t={t} />
        <button class="ds-button" type="submit">
          {t.addAndInvite}
        </button>
      </Form>
    </section>
  )
}

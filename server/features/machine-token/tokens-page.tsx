import type { Permission } from '@piket/domain/access/permission.ts'
import { Field, Ticks } from '#platform/field.tsx'
import { Notice } from '#platform/parts.tsx'
import { Form } from '#platform/refused-form.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import type { MachineToken } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly tokens: readonly MachineToken[]
  /** What can be ticked. */
  readonly choices: readonly Permission[]
  /** The text of a token just made: shown here, and nowhere else. */
  readonly made: string | undefined
  /** Id of the form. */
  readonly form: string
  /** In milliseconds. */
  readonly now: number
  readonly day: (at: number) => string
  readonly t: Text
}

/** The tokens of other systems, for the IT officer. */
export function TokensPage(props: Props) {
  const { view, slug, made, t } = props
  return (
    <Shell view={view} title={t.title}>
      <p class="small">
        <a href={`/${slug}/akun`}>{t.back}</a>
      </p>
      <div class="head">
        <div>
          <h1>{t.title}</h1>
          <p>{t.lead}</p>
        </div>
      </div>
      {made && (
        <Notice tone="neutral">
          <div class="stack-s" role="status">
            <p>{t.made}</p>
            <p class="code">{made}</p>
            <p class="small">{t.use}</p>
            <p class="code small">Authorization: Bearer {made}</p>
          </div>
        </Notice>
      )}
      <div class="cols even">
        <MakeForm {...props} />
        <List {...props} />
      </div>
    </Shell>
  )
}

function MakeForm({ slug, choices, form, t }: Props) {
  return (
    <Form class="card stack" action={`/${slug}/akun/mesin`}>
      <input type="hidden" name="nomor" value={form} />
      <h2>{t.newTitle}</h2>
      <Field name="nama" label={t.name} hint={t.nameHint} maxLength={80} required />
      <Ticks
        name="izin"
        label={t.permissions}
        options={choices.map((one) => [one, t.permission[one] ?? one])}
        values={[]}
      />
      <Field name="hari" label={t.days} hint={t.daysHint} value="180" maxLength={3} required />
      <button class="ds-button" type="submit">
        {t.make}
      </button>
    </Form>
  )
}

function List({ slug, tokens, now, day, t }: Props) {
  return (
    <section class="card" aria-labelledby="daftar">
      <h2 id="daftar">{t.list}</h2>
      {tokens.length === 0 && <p>{t.none}</p>}
      <ul class="list">
        {tokens.map(({ id, name, permissions, expires, revoked }) => {
          const good = revoked === null && expires > now
          return (
            <li class="row">
              <div class="grow">
                <p>{name}</p>
                <p class="small quiet">
                  {permissions.map((one) => t.permission[one] ?? one).join(', ')} ·{' '}
                  {revoked === null ? (good ? t.until : t.expired)(day(expires)) : t.revoked(day(revoked))}
                </p>
              </div>
              {good && (
                <Form action={`/${slug}/akun/mesin/${id}/cabut`}>
                  <button class="ds-button" data-variant="secondary" data-size="sm" type="submit">
                    {t.revoke}
                    <span class="ds-sr-only"> {name}</span>
                  </button>
                </Form>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

import { Field, Ticks } from '#platform/field.tsx'
import { folding, Heading, Notice } from '#platform/parts.tsx'
import { Form } from '#platform/refused-form.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import type { Webhook, WebhookDelivery } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly webhooks: readonly Webhook[]
  readonly deliveries: readonly WebhookDelivery[]
  /** Kinds of events that can be ticked. */
  readonly choices: readonly string[]
  /** The secret of a webhook just made: shown here, and nowhere else. */
  readonly secret: string | undefined
  /** Id of the form. */
  readonly form: string
  readonly moment: (at: number) => string
  readonly t: Text
}

/** The addresses of other systems that are told of events, for the IT officer. */
export function WebhooksPage(props: Props) {
  const { view, slug, secret, t } = props
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
      {secret && (
        <Notice tone="neutral">
          <div class="stack-s" role="status">
            <p>{t.made}</p>
            <p class="code">{secret}</p>
          </div>
        </Notice>
      )}
      <div class="cols even">
        <MakeForm {...props} />
        <div class="stack">
          <List {...props} />
          <How t={t} />
        </div>
      </div>
      <Deliveries {...props} />
    </Shell>
  )
}

const MakeForm = ({ slug, choices, form, t }: Props) => (
  <Form class="card stack" action={`/${slug}/akun/webhook`}>
    <input type="hidden" name="nomor" value={form} />
    <h2>{t.newTitle}</h2>
    <Field name="alamat" label={t.address} hint={t.addressHint} maxLength={500} autocapitalize="none" required />
    <Ticks
      name="kejadian"
      label={t.kinds}
      options={choices.map((one) => [one, t.kind[one] ?? one])}
      values={[]}
      whole
    />
    <button class="ds-button" type="submit">
      {t.make}
    </button>
  </Form>
)

const List = ({ slug, webhooks, t }: Props) => (
  <section class="card" aria-labelledby="daftar">
    <h2 id="daftar">{t.list}</h2>
    {webhooks.length === 0 && <p>{t.none}</p>}
    <ul class="list">
      {webhooks.map(({ id, address, kinds }) => (
        <li class="row">
          <div class="grow">
            <p class="code">{address}</p>
            <p class="small quiet">{kinds.map((one) => t.kind[one] ?? one).join(', ')}</p>
          </div>
          <Form action={`/${slug}/akun/webhook/${id}/percobaan`}>
            <button class="ds-button" data-variant="secondary" data-size="sm" type="submit">
              {t.ping}
              <span class="ds-sr-only"> {address}</span>
            </button>
          </Form>
          <Form action={`/${slug}/akun/webhook/${id}/henti`}>
            <button class="ds-button" data-variant="secondary" data-size="sm" type="submit">
              {t.end}
              <span class="ds-sr-only"> {address}</span>
            </button>
          </Form>
        </li>
      ))}
    </ul>
  </section>
)

const How = ({ t }: Pick<Props, 't'>) => (
  <section class="card stack-s" aria-labelledby="tanda-tangan">
    <h2 id="tanda-tangan">{t.how}</h2>
    <p>{t.howLead}</p>
    <p>{t.howOld}</p>
    <p>{t.howTwice}</p>
    <p>{t.howTaken}</p>
  </section>
)

function Deliveries({ deliveries, moment, t }: Props) {
  const { columns } = t
  return (
    <section class="card stack" aria-labelledby="kiriman">
      <h2 id="kiriman">{t.sent}</h2>
      {deliveries.length === 0 && <p>{t.nothingSent}</p>}
      {deliveries.length > 0 && (
        <table class="ds-table fold tight" {...folding.table}>
          <Heading columns={Object.values(columns)} />
          <tbody {...folding.rows}>
            {deliveries.map(({ kind, subject, address, state, tries, answer, queued }) => (
              <tr {...folding.row}>
                <th scope="row" {...folding.header}>
                  {moment(queued)}
                </th>
                <td data-l={columns.what} {...folding.cell}>
                  {t.kind[kind] ?? kind} <span class="small quiet">{subject}</span>
                </td>
                <td data-l={columns.where} {...folding.cell}>
                  {new URL(address).host}
                </td>
                <td data-l={columns.state} {...folding.cell}>
                  {[t.states[state], tries > 0 && t.tries(tries), answer && answerText(answer, t)]
                    .filter(Boolean)
                    .join(' · ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

const answerText = (answer: string, t: Text): string => t.answers[answer] ?? t.status(answer)

import { Field, Ticks } from '#platform/field.tsx'
import { Form, useIsRefused } from '#platform/refused-form.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import { WorkTabs } from '#platform/work-tabs.tsx'
import type { Announcement, Audience, ToldAnnouncement } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly told: readonly ToldAnnouncement[]
  readonly made: readonly Announcement[]
  readonly audience: readonly Audience[]
  readonly toAll: boolean
  /** Who asks has proved lately who they are, so that what they type can be sent. */
  readonly proved: boolean
  /** Id of the form. */
  readonly form: string
  /** A moment in words, in the region's own time. */
  readonly moment: (at: number) => string
  readonly t: Text
}

export function AnnouncementsPage(props: Props) {
  const { view, slug, told, audience, proved, t } = props
  // Whoever was let through to send it is shown what they sent.
  const isRefused = useIsRefused(addressOf(slug))
  return (
    <Shell view={view} title={t.title} here="saya">
      <WorkTabs view={view} here="pengumuman" />
      <div class="head">
        <h1>{t.title}</h1>
      </div>
      <div class="cols">
        <div class="stack">
          {told.length === 0 && <p class="card quiet">{t.none}</p>}
          {told.map((one) => (
            <Told {...props} one={one} />
          ))}
        </div>
        {audience.length > 0 && (
          <div class="stack">
            {proved || isRefused ? <Make {...props} /> : <ProveFirst {...props} />}
            <Made {...props} />
          </div>
        )}
      </div>
    </Shell>
  )
}

const addressOf = (slug: string) => `/${slug}/pengumuman`

function Told({ one, slug, moment, t }: Props & { readonly one: ToldAnnouncement }) {
  const { announcement, title, text, announcer, announcedAt, readAt } = one
  return (
    <article class="card stack-s" aria-labelledby={`p-${announcement}`}>
      <h2 id={`p-${announcement}`}>{title}</h2>
      <p class="small quiet">{t.from(announcer, moment(announcedAt))}</p>
      <p class="lines">{text}</p>
      {readAt === null ? (
        <Form action={`/${slug}/pengumuman/${announcement}/dibaca`}>
          <button class="ds-button" type="submit" aria-label={t.confirmOne(title)}>
            {t.confirm}
          </button>
        </Form>
      ) : (
        <p class="small quiet">{t.readAt(moment(readAt))}</p>
      )}
    </article>
  )
}

function ProveFirst({ slug, t }: Props) {
  const back = addressOf(slug)
  return (
    <section class="card stack" aria-labelledby="buat">
      <h2 id="buat">{t.make}</h2>
      <p class="small quiet">{t.proveFirst}</p>
      <a class="ds-button" href={`/${slug}/akun/bukti?${new URLSearchParams({ ke: back })}`}>
        {t.prove}
      </a>
    </section>
  )
}

function Make({ slug, audience, toAll, form, t }: Props) {
  const chosen = !toAll && audience.length === 1 ? audience.map(({ agency }) => agency) : []
  return (
    <Form class="card stack" action={addressOf(slug)} aria-labelledby="buat">
      <h2 id="buat">{t.make}</h2>
      <input type="hidden" name="nomor" value={form} />
      <Field name="judul" label={t.heading} maxLength={160} required />
      <Field name="isi" label={t.words} rows={5} maxLength={4000} required />
      <Ticks name="opd" label={t.audience} options={audience.map(({ agency, name }) => [agency, name])} values={chosen}>
        {toAll && <p class="small quiet">{t.everybody}</p>}
      </Ticks>
      <div class="act">
        <button class="ds-button" type="submit">
          {t.save}
        </button>
      </div>
    </Form>
  )
}

function Made({ slug, made, moment, t }: Props) {
  if (made.length === 0) return null
  return (
    <section class="card" aria-labelledby="diumumkan">
      <h2 id="diumumkan">{t.made}</h2>
      <ul class="list">
        {made.map(({ announcement, title, announcedAt }) => (
          <li class="row">
            <span class="grow">
              <strong>{title}</strong> <span class="small quiet">{moment(announcedAt)}</span>
            </span>
            <a class="small" href={`/${slug}/pengumuman/${announcement}`} aria-label={t.readersOf(title)}>
              {t.readers}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

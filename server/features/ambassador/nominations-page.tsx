import { Field, Tick } from '#platform/field.tsx'
import { monthText } from '#platform/language.ts'
import { Form } from '#platform/refused-form.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import type { Nomination } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly nominations: readonly Nomination[]
  /** Whether whoever reads decides, and honours. */
  readonly decides: boolean
  /** Makes the id of a form: sent twice, it is one. */
  readonly newId: () => string
  /** `2021-01` */
  readonly month: string
  readonly t: Text
}

/** The nominations that somebody looks after, with what can be done about each, and the form of a new one. */
export function NominationsPage(props: Props) {
  const { view, slug, nominations, decides, newId, t } = props
  return (
    <Shell view={view} title={t.manage} here="situasi">
      <div class="head">
        <div>
          <h1>{t.title}</h1>
          <p>{t.lead}</p>
        </div>
        <div class="act">
          <a href={`/${slug}/situasi/duta`}>{t.board}</a>
        </div>
      </div>
      <div class="cols">
        <section class="card stack" aria-labelledby="daftar">
          <h2 id="daftar">{decides ? t.listAll : t.listOwn}</h2>
          {nominations.length === 0 && <p>{t.noNominations}</p>}
          <ul class="list">
            {nominations.map((one) => (
              <One {...props} one={one} />
            ))}
          </ul>
        </section>
        <Form class="card stack-s" action={`/${slug}/duta`} aria-labelledby="nominasi">
          <h2 id="nominasi">{t.nominate}</h2>
          <p class="small">{t.nominateLead}</p>
          <input type="hidden" name="nomor" value={newId()} />
          <Field name="nama" label={t.name} maxLength={120} required />
          <Field name="sebagai" label={t.description} hint={t.descriptionHint} maxLength={200} required />
          <Field name="alasan" label={t.reason} hint={t.reasonHint} rows={3} maxLength={500} required />
          <div class="act">
            <button class="ds-button" type="submit">
              {t.nominate}
            </button>
          </div>
        </Form>
      </div>
    </Shell>
  )
}

type OneProps = Props & { readonly one: Nomination }

const standingOf = ({ accepted }: Nomination) => (accepted === null ? 'waiting' : accepted ? 'accepted' : 'declined')
const tones = { waiting: 'unknown', accepted: 'home', declined: 'leave' } as const

function One(props: OneProps) {
  const { view, one, decides, t } = props
  const standing = standingOf(one)
  return (
    <li>
      <div class="stack-s">
        <p>
          <strong>{one.name}</strong>, {one.description}{' '}
          <span class="place" data-place={tones[standing]}>
            {t.states[standing]}
          </span>
        </p>
        <p class="small lines">{one.reason}</p>
        <p class="small quiet">
          {t.by(one.nominatedBy)} · {one.consent === null ? t.notAgreed : t.agreed(one.consent)}
        </p>
        {one.awards.map(({ month, reason }) => (
          <p class="small">{t.award(monthText(month, view.language), reason)}</p>
        ))}
        {decides && standing === 'waiting' && <Decision {...props} />}
        {standing !== 'declined' && <Consent {...props} />}
        {decides && standing === 'accepted' && <Honour {...props} />}
      </div>
    </li>
  )
}

function Decision({ slug, one, t }: OneProps) {
  return (
    <Form class="act" action={`/${slug}/duta/${one.id}/putusan`}>
      <button class="ds-button" type="submit" name="putusan" value="terima" aria-label={t.of(t.accept, one.name)}>
        {t.accept}
      </button>
      <button
        class="ds-button"
        data-variant="secondary"
        type="submit"
        name="putusan"
        value="tolak"
        aria-label={t.of(t.decline, one.name)}
      >
        {t.decline}
      </button>
    </Form>
  )
}

function Consent({ slug, one, t }: OneProps) {
  const action = `/${slug}/duta/${one.id}/izin`
  if (one.consent !== null)
    return (
      <Form action={action}>
        <button
          class="ds-button"
          data-variant="secondary"
          data-size="sm"
          type="submit"
          aria-label={t.of(t.endConsent, one.name)}
        >
          {t.endConsent}
        </button>
      </Form>
    )
  return (
    <details class="ds-details">
      <summary>{t.of(t.saveConsent, one.name)}</summary>
      <Form class="stack-s" action={action}>
        <Tick name="setuju" words={t.agrees} />
        <Field id={`izin-${one.id}`} name="izin" label={t.consent} hint={t.consentHint} maxLength={200} required />
        <button class="ds-button" type="submit">
          {t.saveConsent}
        </button>
      </Form>
    </details>
  )
}

function Honour({ slug, one, newId, month, t }: OneProps) {
  return (
    <details class="ds-details">
      <summary>{t.of(t.honour, one.name)}</summary>
      <Form class="stack-s" action={`/${slug}/duta/${one.id}/penghargaan`}>
        <input type="hidden" name="nomor" value={newId()} />
        <Field
          id={`bulan-${one.id}`}
          name="bulan"
          label={t.month}
          hint={t.monthHint}
          pattern="[0-9]{4}-[0-9]{2}"
          value={month}
          data-w="s"
          required
        />
        <Field id={`atas-${one.id}`} name="atas" label={t.honouredFor} maxLength={200} required />
        <button class="ds-button" type="submit">
          {t.honour}
        </button>
      </Form>
    </details>
  )
}

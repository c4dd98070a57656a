import { Field } from '#platform/field.tsx'
import { Notice } from '#platform/parts.tsx'
import { QrPicture } from '#platform/qr.tsx'
import { Form } from '#platform/refused-form.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import type { Text } from './text.ts'

/** A secret that is offered. */
export interface Offer {
  readonly key: string
  /** The same, closed, as the form brings it back. */
  readonly closed: string
  readonly squares: readonly (readonly boolean[])[]
}

/** Codes that are in use. */
interface InUse {
  /** When they were begun, in words. */
  readonly since: string
  /** Recovery codes that are left, of how many. */
  readonly left: number
  readonly of: number
}

interface Props {
  readonly view: View
  readonly slug: string
  /** Undefined: no codes are used. */
  readonly inUse: InUse | undefined
  /** Undefined: there is no place for secrets on this server. */
  readonly offer: Offer | undefined
  readonly t: Text
}

/** Begins or ends the use of an authenticator application. */
export function CodesPage({ view, slug, inUse, offer, t }: Props) {
  return (
    <Shell view={view} title={t.title}>
      <div class="head">
        <div>
          <h1>{t.title}</h1>
          <p>{t.lead}</p>
        </div>
      </div>
      {view.demonstration && (
        <Notice tone="neutral">
          <p>{t.demonstration}</p>
        </Notice>
      )}
      {inUse && (
        <div class="card stack narrow">
          <p>{t.since(inUse.since)}</p>
          <Form class="stack-s" action={`/${slug}/akun/kode/cadangan`}>
            <h2>{t.recovery}</h2>
            <p>{t.left(inUse.left, inUse.of)}</p>
            <p class="small quiet">{t.renewLead}</p>
            <button class="ds-button" data-variant="secondary" type="submit">
              {t.renew}
            </button>
          </Form>
          <Form action={`/${slug}/akun/kode/henti`}>
            <button class="ds-button" data-variant="secondary" type="submit">
              {t.end}
            </button>
          </Form>
        </div>
      )}
      {!inUse && offer && (
        <Form class="card stack narrow" action={`/${slug}/akun/kode`}>
          <p>{t.scan}</p>
          <QrPicture squares={offer.squares} label={t.picture(offer.key)} />
          <p class="code">{offer.key.replace(/(.{4})(?=.)/g, '$1 ')}</p>
          <input type="hidden" name="rahasia" value={offer.closed} />
          <Field name="kode" label={t.code} hint={t.codeHint} autocomplete="one-time-code" required maxLength={40} />
          <button class="ds-button" type="submit">
            {t.begin}
          </button>
        </Form>
      )}
      {!inUse && !offer && <p class="card narrow">{t.off}</p>}
    </Shell>
  )
}

import { QrPicture } from '#platform/qr.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import type { ShownCode } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly shown: ShownCode
  /** The squares of the QR code, row by row; true is dark. */
  readonly squares: readonly (readonly boolean[])[]
  /** Where people without a phone come and go. */
  readonly kiosk: string
  readonly t: Text
}

/** Seconds until the next code is there. */
export const secondsLeft = ({ until, now }: ShownCode): number => Math.max(1, Math.ceil((until - now) / 1000))

/** What hangs at the entrance. */
export function ScreenPage({ view, shown, squares, kiosk, t }: Props) {
  const { name, code } = shown
  const seconds = secondsLeft(shown)
  return (
    <Shell view={view} title={`${t.title}: ${name}`}>
      <section class="card stack screen" aria-labelledby="kode">
        <h1 id="kode" class="code">
          {code.slice(0, 4)} {code.slice(4)}
        </h1>
        <QrPicture squares={squares} label={t.picture(code)} />
        <p>
          {t.scan} {t.next(seconds)}
        </p>
        <p class="small quiet">{name}</p>
        <p>
          <a href={kiosk}>{t.withoutPhone}</a>
        </p>
      </section>
    </Shell>
  )
}

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
        <svg
          class="qr"
          role="img"
          aria-label={t.picture(code)}
          viewBox={`0 0 ${squares.length} ${squares.length}`}
          shape-rendering="crispEdges"
        >
          <rect width="100%" height="100%" fill="#fff" />
          <path d={pathOf(squares)} fill="#000" />
        </svg>
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

/** One square each for the dark ones. */
const pathOf = (squares: readonly (readonly boolean[])[]): string =>
  squares.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')

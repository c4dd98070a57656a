import { Shell, type View } from '#platform/shell.tsx'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly name: string
  readonly pin: string
  /** Where the superior came from. */
  readonly back: string
  readonly t: Text
}

/** A number just given, shown once. */
export const PinPage = ({ view, name, pin, back, t }: Props) => (
  <Shell view={view} title={t.pinTitle} here="tim">
    <section class="card stack screen" aria-labelledby="pin">
      <h1 id="pin">{t.pinFor(name)}</h1>
      <p class="code">
        {pin.slice(0, 3)} {pin.slice(3)}
      </p>
      <p>{t.pinLead}</p>
    </section>
    <p>
      <a href={back}>{t.pinBack}</a>
    </p>
  </Shell>
)

import { QrPicture } from '#platform/qr.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import type { UnitBoard } from './service.ts'
import type { Text } from './text.ts'

/** An address with its code. */
export interface Coded {
  readonly address: string
  readonly squares: readonly (readonly boolean[])[]
}

interface Props {
  readonly view: View
  readonly found: Pick<UnitBoard, 'name' | 'within'>
  readonly board: Coded
  readonly complaint: Coded
  readonly t: Text
}

/** What hangs at a counter, on one sheet: the way to its board, and to the form for complaints. */
export const PosterPage = ({ view, found: { name, within }, board, complaint, t }: Props) => (
  <Shell view={view} title={`${t.poster}: ${name}`} here="layanan">
    <section class="card stack poster" aria-labelledby="nama">
      <h1 id="nama">{name}</h1>
      {within && <p>{within}</p>}
      <div class="cols even">
        <Code coded={board} title={t.scanBoard} label={t.pictureOf(board.address)} />
        <Code coded={complaint} title={t.scanComplaint} label={t.pictureOf(complaint.address)} />
      </div>
      <p class="small no-print">{t.print}</p>
    </section>
  </Shell>
)

const Code = ({ coded, title, label }: { readonly coded: Coded; readonly title: string; readonly label: string }) => (
  <div class="stack-s">
    <h2>{title}</h2>
    <QrPicture squares={coded.squares} label={label} />
    <p class="code">{coded.address}</p>
  </div>
)

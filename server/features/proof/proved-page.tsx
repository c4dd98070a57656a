import { Shell, type View } from '#platform/shell.tsx'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  /** Where somebody wanted to go. */
  readonly back: string | undefined
  /** What the address gives to keep; undefined: a page. */
  readonly file: string | undefined
  readonly t: Text
}

/** A file leaves no page behind: whoever came for one is shown where it is. */
export const ProvedPage = ({ view, slug, back, file, t }: Props) => (
  <Shell view={view} title={t.proved}>
    <div class="card stack narrow">
      <h1>{t.proved}</h1>
      <p role="status">{t.provedLead}</p>
      {back !== undefined && (
        <a class="ds-button" href={back} download={file}>
          {file === undefined ? t.goOn : t.download(file)}
        </a>
      )}
      <p>
        <a href={`/${slug}/akun`}>{t.toAccount}</a>
      </p>
    </div>
  </Shell>
)

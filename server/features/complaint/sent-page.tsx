import { Shell, type View } from '#platform/shell.tsx'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  /** Shown this once; undefined: it was. */
  readonly code: string | undefined
  readonly t: Text
}

/** What somebody takes along who has complained. */
export const SentPage = ({ view, slug, code, t }: Props) => (
  <Shell view={view} title={code ? t.sent : t.shown} here="layanan">
    <section class="card stack-s" aria-labelledby="kode">
      <h1 id="kode">{code ? t.sent : t.shown}</h1>
      {code ? (
        <>
          <p>{t.code}</p>
          <p class="code told">{code}</p>
          <p>
            <strong>{t.codeOnce}</strong> {t.picture}
          </p>
        </>
      ) : (
        <p>{t.shownLead}</p>
      )}
      <p class="act">
        <a class="ds-button" href={`/${slug}/pengaduan/lacak${code ? `?${new URLSearchParams({ kode: code })}` : ''}`}>
          {t.toTrack}
        </a>
      </p>
    </section>
  </Shell>
)

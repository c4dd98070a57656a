/** A long list, a page at a time. */
import type { Language } from './language.ts'

export interface Page<T> {
  readonly items: readonly T[]
  readonly page: number
  readonly pages: number
}

/** One page of a list; the last one for a number beyond it. */
export function pageOf<T>(all: readonly T[], wanted: number, size: number): Page<T> {
  const pages = Math.max(1, Math.ceil(all.length / size))
  const page = Math.min(wanted, pages)
  return { items: all.slice((page - 1) * size, page * size), page, pages }
}

const text = {
  id: {
    page: (page: number, pages: number) => `Halaman ${page} dari ${pages}`,
    next: 'Berikutnya',
    previous: 'Sebelumnya',
  },
  en: { page: (page: number, pages: number) => `Page ${page} of ${pages}`, next: 'Next', previous: 'Previous' },
} as const satisfies Record<Language, unknown>

interface Props {
  readonly at: Pick<Page<unknown>, 'page' | 'pages'>
  readonly href: (page: number) => string
  readonly language: Language
}

/** Which page this is, with links to those beside it; nothing where there is only one. */
export function PageLinks({ at: { page, pages }, href, language }: Props) {
  const t = text[language]
  if (pages === 1) return null
  return (
    <nav class="act" aria-label={t.page(page, pages)}>
      {page > 1 && (
        <a class="ds-button" data-variant="secondary" data-size="sm" rel="prev" href={href(page - 1)}>
          {t.previous}
        </a>
      )}
      {page < pages && (
        <a class="ds-button" data-variant="secondary" data-size="sm" rel="next" href={href(page + 1)}>
          {t.next}
        </a>
      )}
      <span class="small">{t.page(page, pages)}</span>
    </nav>
  )
}

/** A long list a page at a time, and time a day, week, month or year at a time. */
import type { Day } from '@piket/domain/calendar/day.ts'
import type { ComponentChildren } from 'preact'
import { isAsked } from './asked-days.ts'
import type { Language } from './language.ts'
import type { Refusal } from './refusal.ts'

export interface Page<T> {
  readonly items: readonly T[]
  readonly page: number
  readonly pages: number
}

/**
 * One page of a list; an empty list has one.
 * @returns a refusal that names the last page for a number beyond it: who reads on page by page comes to an end, and
 * nobody takes another page for the one that was asked for
 */
export function pageOf<T>(all: readonly T[], page: number, size: number): Page<T> | Refusal {
  const pages = Math.max(1, Math.ceil(all.length / size))
  if (page <= pages) return { items: all.slice((page - 1) * size, page * size), page, pages }
  return {
    refused: 'not-found',
    detail: {
      id: `Tidak ada halaman ${page}: yang terakhir halaman ${pages}.`,
      en: `There is no page ${page}: page ${pages} is the last.`,
    },
  }
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

interface BesideProps {
  readonly to: Day
  readonly href: (to: Day) => string
  readonly rel: 'prev' | 'next'
  readonly children: ComponentChildren
}

/** The way to the time beside the one shown; nothing where it ends at a day that nobody can ask about. */
export const BesideLink = ({ to, href, rel, children }: BesideProps) =>
  isAsked(to) ? (
    <a class="ds-button" data-variant="secondary" data-size="sm" href={href(to)} rel={rel}>
      {children}
    </a>
  ) : null

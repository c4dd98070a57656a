import type { Bilingual } from '../messages/problem.ts'
import type { Circular } from './schema.ts'

type Source = Circular['sources'][number]

/** Who published a source; of the news it is said that it is news, and no document. */
export const sourceWords = ({ type, publisher }: Pick<Source, 'type' | 'publisher'>): Bilingual =>
  type === 'news' ? { id: `berita ${publisher}`, en: `news report of ${publisher}` } : { id: publisher, en: publisher }

/** Where a clause stands in its source, in words: `s1:3-4` is `berita Nmcborneo, baris 3–4`. */
export function citeWords({ sources }: Pick<Circular, 'sources'>, cite: string): Bilingual {
  if (cite === 'assumed') return { id: 'diandaikan', en: 'assumed' }
  const colon = cite.indexOf(':')
  const source = sources.find(({ id }) => id === cite.slice(0, Math.max(0, colon)))
  if (!source) return { id: cite, en: cite }
  const place = cite
    .slice(colon + 1)
    .replaceAll('-', '–')
    .replaceAll(',', ', ')
  const name = sourceWords(source)
  if (!/^\d/.test(place)) return { id: `${name.id}, ${place}`, en: `${name.en}, ${place}` }
  const unit =
    source.type === 'news'
      ? { id: 'baris', en: /\D/.test(place) ? 'lines' : 'line' }
      : { id: 'nomor', en: /\D/.test(place) ? 'numbers' : 'number' }
  return { id: `${name.id}, ${unit.id} ${place}`, en: `${name.en}, ${unit.en} ${place}` }
}

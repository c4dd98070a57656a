import type { Bilingual } from '../messages/problem.ts'
import type { Circular } from './schema.ts'

/** Where a clause stands in its source, in words: `s1:3-4` is `Nmcborneo, baris 3–4`. */
export function citeWords({ sources }: Pick<Circular, 'sources'>, cite: string): Bilingual {
  if (cite === 'assumed') return { id: 'diandaikan', en: 'assumed' }
  const colon = cite.indexOf(':')
  const source = sources.find(({ id }) => id === cite.slice(0, Math.max(0, colon)))
  if (!source) return { id: cite, en: cite }
  const place = cite
    .slice(colon + 1)
    .replaceAll('-', '–')
    .replaceAll(',', ', ')
  const name = source.publisher
  if (!/^\d/.test(place)) return { id: `${name}, ${place}`, en: `${name}, ${place}` }
  const unit =
    source.type === 'news'
      ? { id: 'baris', en: /\D/.test(place) ? 'lines' : 'line' }
      : { id: 'nomor', en: /\D/.test(place) ? 'numbers' : 'number' }
  return { id: `${name}, ${unit.id} ${place}`, en: `${name}, ${unit.en} ${place}` }
}

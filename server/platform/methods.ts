/** Which methods an address knows: the wrong one is told from an address that does not exist. */
import type { Bilingual } from '@piket/domain/messages/problem.ts'

/** Remembers routes as they are added. */
export function knownMethods() {
  const routes: { readonly pattern: RegExp; readonly methods: readonly string[]; readonly rank: string }[] = []
  return {
    add({ url, method }: { readonly url: string; readonly method: string | readonly string[] }) {
      routes.push({ pattern: patternOf(url), methods: [method].flat(), rank: rankOf(url) })
    },
    /**
     * The methods of the address that a path is; none: there is no such one. A path that one route spells out is not
     * also the page of whatever another route would take its last part for.
     */
    at(path: string): string[] {
      const fitting = routes.filter(({ pattern }) => pattern.test(path))
      const best = fitting.map(({ rank }) => rank).toSorted()[0]
      return [...new Set(fitting.flatMap(({ rank, methods }) => (rank === best ? methods : [])))].toSorted()
    },
  }
}

/** Sorts what is spelt out before what takes any part, and that before what takes any rest, from the left. */
const rankOf = (url: string): string =>
  url
    .split('/')
    .map((part) => (part === '*' ? 2 : part.startsWith(':') ? 1 : 0))
    .join('')

/** What an address takes, for whom came with another method. */
export const methodWords = (allowed: readonly string[]): Bilingual =>
  allowed.includes('GET')
    ? { id: 'Alamat ini hanya untuk dibaca.', en: 'This address can only be read.' }
    : {
        id: 'Alamat ini hanya menerima isian yang dikirim dari halamannya.',
        en: 'This address only takes what is sent to it from its page.',
      }

/** `/:region/edaran` or `/:region/opd/*` as an expression; a slash at the end is allowed. */
function patternOf(url: string): RegExp {
  const parts = url
    .split('/')
    .map((part) =>
      part === '*' ? '.+' : part.startsWith(':') ? '[^/]+' : part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'),
    )
  return new RegExp(`^${parts.join('/')}/?$`)
}

/** Which methods an address knows: the wrong one is told from an address that does not exist. */
import type { Bilingual } from '@piket/domain/messages/problem.ts'

/** Remembers routes as they are added. */
export function knownMethods() {
  const routes: { readonly pattern: RegExp; readonly methods: readonly string[] }[] = []
  return {
    add({ url, method }: { readonly url: string; readonly method: string | readonly string[] }) {
      routes.push({ pattern: patternOf(url), methods: [method].flat() })
    },
    /** The methods of every route that fits the path; none: there is no such address. */
    at(path: string): string[] {
      return [...new Set(routes.flatMap(({ pattern, methods }) => (pattern.test(path) ? methods : [])))].toSorted()
    },
  }
}

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

/** Which methods an address knows: the wrong one is told from an address that does not exist. */
import type { Bilingual } from '@piket/domain/messages/problem.ts'

/** Remembers routes as they are added. */
export function knownMethods() {
  interface Known {
    readonly pattern: RegExp
    readonly methods: readonly string[]
    readonly rank: string
    readonly page: string | undefined
  }
  const routes: Known[] = []
  /** Those that an address is. One that spells it out is before others that would take its last part for something. */
  const fitting = (path: string): Known[] => {
    const all = routes.filter(({ pattern }) => pattern.test(path))
    const best = all.map(({ rank }) => rank).toSorted()[0]
    return all.filter(({ rank }) => rank === best)
  }
  return {
    /** @param route `page`: the one that its form stands on, as its route is written */
    add({
      url,
      method,
      page,
    }: {
      readonly url: string
      readonly method: string | readonly string[]
      readonly page?: string | undefined
    }) {
      routes.push({ pattern: patternOf(url), methods: [method].flat(), rank: rankOf(url), page })
    },
    /** The methods of the address that a path is; none: there is no such one. */
    at: (path: string): string[] => [...new Set(fitting(path).flatMap(({ methods }) => methods))].toSorted(),
    /** The address of the page on which the form stands that a path takes; undefined: it is a page itself, or no form. */
    pageOf(path: string): string | undefined {
      // Most paths are those of pages, and few routes name one.
      if (!routes.some(({ page, pattern }) => page !== undefined && pattern.test(path))) return undefined
      const known = fitting(path)
      if (known.some(({ methods }) => methods.includes('GET'))) return undefined
      const form = known.find(({ page }) => page !== undefined)
      const named = form?.pattern.exec(path)?.groups ?? {}
      return form?.page?.replaceAll(/:(\w+)/g, (part, name: string) => named[name] ?? part)
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
      part === '*'
        ? '.+'
        : part.startsWith(':')
          ? `(?<${part.slice(1)}>[^/]+)`
          : part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'),
    )
  return new RegExp(`^${parts.join('/')}/?$`)
}

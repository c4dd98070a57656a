/** The way back from a form: an address that only takes forms is no page to return to. */
import type { Refusal } from './refusal.ts'

interface Asked {
  readonly url: string
  readonly protocol: string
  readonly host: string
  readonly headers: { readonly referer?: string | undefined }
}

/** What a page says once about a form that was sent before: it is not said again. */
const saidOnce = ['terkirim', 'selesai', 'tercatat', 'diberikan'] as const

/** The page of the same region from which a form was sent; undefined: it does not say, or is none of ours. */
export function pageOfForm(
  { url, protocol, host, headers }: Asked,
  hasPage: (path: string) => boolean,
): string | undefined {
  const { referer = '' } = headers
  const site = `${protocol}://${host}`
  if (!URL.canParse(referer) || !URL.canParse(site)) return undefined
  const { host: from, pathname, searchParams } = new URL(referer)
  if (from !== new URL(site).host || regionIn(pathname) !== regionIn(url) || !hasPage(pathname)) return undefined
  for (const name of saidOnce) searchParams.delete(name)
  return searchParams.size === 0 ? pathname : `${pathname}?${searchParams}`
}

/** The link back to the page from which a form was sent, where it is known. */
export function backToForm(request: Asked, hasPage: (path: string) => boolean): Pick<Refusal, 'instead'> {
  const href = pageOfForm(request, hasPage)
  return href === undefined
    ? {}
    : { instead: { href, words: { id: 'Ke halaman isiannya', en: 'To the page of the form' } } }
}

/** The start of the region that an address names. */
export const startOf = (url: string): string => `/${regionIn(url)}`

const regionIn = (url: string): string => url.split(/[/?]/, 2)[1] ?? ''

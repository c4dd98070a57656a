/**
 * Keeps the last seen pages of the own day and of inspections, so that they open without a signal. Pages belong to one session: those of
 * another are dropped, and at signing out all of them. Shows notices, which say that something waits and never what.
 */
declare const self: ServiceWorkerGlobalScope

export {}

const files = 'piket-files'
const pages = 'piket-pages'
/** A page that shows the own day, takes its report, or is carried to an inspection; nothing else of a person is kept. */
const isCarried = (path: string) => /^\/[a-z0-9-]+\/(saya|laporan|sidak\/[0-9a-f-]{36})$/.test(path)
/** Where an application on the home screen begins; the server leads on to the own day. */
const start = '/saya'
const patience = 4000

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

/** What a page that is carried says of itself. */
interface Seen {
  /** Absent: the session whose pages are kept now. */
  readonly session?: string
  readonly page: string
  readonly files: readonly string[]
}

/** What was kept for another session goes, and files that the page no longer names. */
self.addEventListener('message', ({ data }) => {
  const { session, page, files: named } = data as Seen
  void keep(session === undefined ? ownPages() : `${pages}-${session}`, page, named)
})

async function keep(name: string | undefined | Promise<string | undefined>, page: string, named: readonly string[]) {
  const own = await name
  if (own === undefined) return
  const cache = await keepOnly(own)
  if (!(await cache.match(page))) await cache.add(page)
  const kept = await caches.open(files)
  for (const file of named) if (!(await kept.match(file))) await kept.add(file)
  const texts = await Promise.all((await cache.keys()).map(async (one) => (await cache.match(one))?.text() ?? ''))
  const isNamed = (file: string) => named.includes(file) || texts.some((text) => text.includes(file))
  for (const { url } of await kept.keys()) if (!isNamed(new URL(url).pathname)) await kept.delete(url)
}

async function keepOnly(name: string): Promise<Cache> {
  for (const other of await caches.keys()) if (other.startsWith(pages) && other !== name) await caches.delete(other)
  return caches.open(name)
}

const ownPages = async () => (await caches.keys()).find((name) => name.startsWith(`${pages}-`))

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (origin !== self.location.origin) return
  if (request.method === 'POST' && pathname.endsWith('/keluar')) event.waitUntil(keepOnly(`${pages}-`))
  if (request.method !== 'GET') return
  if (pathname.startsWith('/aset/')) event.respondWith(fileFor(request))
  else if (request.mode === 'navigate' && (isCarried(pathname) || pathname === start))
    event.respondWith(pageFor(request))
})

/** Files are named by their content: one that is kept is never stale. */
async function fileFor(request: Request): Promise<Response> {
  const cache = await caches.open(files)
  const kept = await cache.match(request)
  if (kept) return kept
  const answer = await fetch(request)
  if (answer.ok) await cache.put(request, answer.clone())
  return answer
}

/** The page that was seen last at an address; at the start the own day, whichever region it is of. */
async function keptFor(request: Request, cache: Cache): Promise<Response | undefined> {
  if (new URL(request.url).pathname !== start) return cache.match(request, { ignoreSearch: true })
  const day = (await cache.keys()).find(({ url }) => new URL(url).pathname.endsWith(start))
  return day && cache.match(day)
}

/** The newest page; the last seen one where the server does not answer in time, or turns people away. */
async function pageFor(request: Request): Promise<Response> {
  const name = await ownPages()
  const kept = name && (await keptFor(request, await caches.open(name)))
  const fresh = fetch(request).then(async (answer) => {
    if (answer.ok && !answer.redirected && name) await (await caches.open(name)).put(request, answer.clone())
    return answer.status >= 500 && kept ? kept.clone() : answer
  })
  if (!kept) return fresh
  const late = new Promise<Response>((resolve) => setTimeout(() => resolve(kept), patience))
  return Promise.race([fresh.catch(() => kept), late])
}

interface Words {
  readonly title: string
  readonly body: string
}

/** What the server tells this browser, in both languages. */
interface Told {
  readonly id: Words
  readonly en: Words
  /** The page where it waits. */
  readonly href: string
  /** One notice about a thing takes the place of the one before. */
  readonly tag: string
}

self.addEventListener('push', (event) => {
  if (event.data) event.waitUntil(show(event.data.json() as Told))
})

/** In the language in which this browser reads Piket; where it does not tell, in Indonesian. */
async function show({ href, tag, ...words }: Told): Promise<void> {
  const lang = (await self.cookieStore?.get('bahasa'))?.value === 'en' ? 'en' : 'id'
  const { title, body } = words[lang]
  await self.registration.showNotification(title, { body, tag, data: href, lang })
}

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(open(String(event.notification.data)))
})

/** Brings the page to the front where a window shows it; else opens it. */
async function open(href: string): Promise<unknown> {
  const windows = await self.clients.matchAll({ type: 'window' })
  const shown = windows.find(({ url }) => new URL(url).pathname === href)
  return shown ? shown.focus() : self.clients.openWindow(href)
}

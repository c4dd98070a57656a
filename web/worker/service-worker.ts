/**
 * Keeps the pages of the own day and of inspections, so that they open without a signal. Each names the session that it
 * belongs to: those of another are dropped, and at signing out all of them. Shows notices, which say that something
 * waits and never what.
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

/** Pages of the own day that a page asks to be kept, by their paths. */
self.addEventListener('message', (event) => event.waitUntil(keepAll(event.data as readonly string[])))

async function keepAll(paths: readonly string[]): Promise<void> {
  const begun = era
  for (const path of paths) {
    const kept = await (await ownPages())?.match(path)
    // Where it does not come now, the next page of the own day asks for it again.
    if (!kept || !isOfToday(kept))
      await fetch(path).then(
        (answer) => keepPage(path, answer, begun),
        () => {},
      )
  }
  await keepFiles()
}

/** A page of an earlier day takes a report of that day. */
const isOfToday = ({ headers }: Response) =>
  new Date(headers.get('date') ?? 0).toDateString() === new Date().toDateString()

/** Counts up whenever somebody signs in or out: what was asked for before is not kept after. */
let era = 0

/** Signing in, by an invitation too, and out; and the way back from a single sign-on, which begins a session as well. */
const changesSession = (method: string, path: string) =>
  method === 'POST' ? /\/(masuk|keluar|undangan)(\/|$)/.test(path) : path.endsWith('/masuk/tunggal/kembali')

/** Keeps a page for the session that it names; what was kept for another one goes. */
async function keepPage(address: Request | string, answer: Response, begun: number): Promise<void> {
  if (!answer.ok || answer.redirected) return
  const [, session] = /<body data-session="(\w+)"/.exec(await answer.clone().text()) ?? []
  if (session !== undefined && begun === era) await (await keepOnly(`${pages}-${session}`)).put(address, answer)
}

/** Keeps the files that kept pages name, and no others. */
async function keepFiles(): Promise<void> {
  const own = await ownPages()
  const texts = await Promise.all(((await own?.matchAll()) ?? []).map((page) => page.text()))
  const named = new Set(texts.flatMap((text) => text.match(/\/aset\/[\w.-]+/g) ?? []))
  const kept = await caches.open(files)
  for (const file of named) if (!(await kept.match(file))) await kept.add(file)
  for (const { url } of await kept.keys()) if (!named.has(new URL(url).pathname)) await kept.delete(url)
}

async function keepOnly(name: string): Promise<Cache> {
  for (const other of await caches.keys()) if (other.startsWith(pages) && other !== name) await caches.delete(other)
  return caches.open(name)
}

async function ownPages(): Promise<Cache | undefined> {
  const name = (await caches.keys()).find((one) => one.startsWith(`${pages}-`))
  return name === undefined ? undefined : caches.open(name)
}

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (origin !== self.location.origin) return
  if (changesSession(request.method, pathname)) era++
  if (request.method === 'POST' && pathname.endsWith('/keluar')) event.waitUntil(keepOnly(`${pages}-`))
  if (request.method !== 'GET') return
  if (pathname.startsWith('/aset/')) event.respondWith(fileFor(request))
  else if (request.mode === 'navigate' && (isCarried(pathname) || pathname === start)) event.respondWith(pageFor(event))
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
  if (new URL(request.url).pathname !== start)
    return (await cache.match(request)) ?? cache.match(request, { ignoreSearch: true })
  const day = (await cache.keys()).find(({ url }) => new URL(url).pathname.endsWith(start))
  return day && cache.match(day)
}

/** The newest page; the last kept one where the server does not answer in time, or turns people away. */
async function pageFor(event: FetchEvent): Promise<Response> {
  const { request } = event
  const begun = era
  const own = await ownPages()
  const kept = own && (await keptFor(request, own))
  const fetched = fetch(request)
  event.waitUntil(fetched.then((answer) => keepPage(request, answer.clone(), begun)).catch(() => {}))
  if (!kept) return fetched
  const fresh = fetched.then((answer) => (answer.status >= 500 ? kept.clone() : answer))
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

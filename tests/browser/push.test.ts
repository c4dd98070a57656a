/**
 * A push as the browser hands it to the worker: shown in the language of the person, and a tap leads to where it waits.
 * Chromium without a window shows no notices, whatever permission it was given, and so nobody can tap one: what the
 * worker asks the browser to show and to open is looked at, and the tap is an event of our own.
 */
import type { Page, Worker } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { openSite } from './site.ts'

const site = await openSite()
afterAll(() => site[Symbol.asyncDispose]())

const region = '/kotawaringin-timur'
const told = {
  id: { title: 'Ada kabar tentang izin Anda', body: 'Buka Piket untuk membacanya.' },
  en: { title: 'There is news of your permit', body: 'Open Piket to read it.' },
  href: `${region}/izin`,
  tag: 'permit_answered p1',
}

/** What the worker has asked the browser for. */
interface Asked {
  readonly shown: { readonly title: string; readonly options: object }[]
  readonly opened: string[]
}

/** What stands in the worker and is used here. */
interface Scope {
  asked: Asked
  readonly registration: { showNotification(title: string, options: object): Promise<void> }
  readonly clients: { openWindow(url: string): Promise<null> }
  readonly WindowClient: { readonly prototype: { focus(this: { readonly url: string }): Promise<unknown> } }
  readonly ExtendableEvent: typeof Event
}

const asked = (worker: Worker) => worker.evaluate(() => (self as unknown as Scope).asked)

/** The worker of a page, which writes down what it asks of the browser. */
async function workerOf(page: Page): Promise<Worker> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  const [worker] = page.context().serviceWorkers()
  if (!worker) throw new Error('The page has no worker.')
  await worker.evaluate(() => {
    const scope = self as unknown as Scope
    scope.asked = { shown: [], opened: [] }
    scope.registration.showNotification = async (title, options) => {
      scope.asked.shown.push({ title, options })
    }
    scope.clients.openWindow = async (url) => {
      scope.asked.opened.push(url)
      return null
    }
    scope.WindowClient.prototype.focus = async function () {
      scope.asked.opened.push(`${new URL(this.url).pathname}, which is open`)
      return this
    }
  })
  return worker
}

/** Hands the worker a message as the browser does once it has opened what its service brought. */
async function push(page: Page, message: object): Promise<void> {
  const browser = await page.context().newCDPSession(page)
  const registered = new Promise<string>((resolve) =>
    browser.on('ServiceWorker.workerRegistrationUpdated', ({ registrations: [first] }) => {
      if (first) resolve(first.registrationId)
    }),
  )
  await browser.send('ServiceWorker.enable')
  const delivery = { origin: site.address, registrationId: await registered, data: JSON.stringify(message) }
  await browser.send('ServiceWorker.deliverPushMessage', delivery)
}

const tap = (worker: Worker, href: string) =>
  worker.evaluate(async (data) => {
    const { ExtendableEvent: WorkerEvent } = self as unknown as Scope
    await new Promise((resolve, reject) =>
      self.dispatchEvent(
        Object.assign(new WorkerEvent('notificationclick'), {
          notification: { data, close() {} },
          waitUntil: (work: Promise<unknown>) => work.then(resolve, reject),
        }),
      ),
    )
  }, href)

test('a push is shown in the language of the person, and a tap opens where it waits', {
  timeout: 120_000,
}, async () => {
  await using page = await site.open(`${region}/saya`, { as: 'Pegawai' })
  const worker = await workerOf(page)
  const shown = async () => (await asked(worker)).shown
  await push(page, told)
  const options = { tag: told.tag, data: told.href }
  const inIndonesian = { title: told.id.title, options: { ...options, body: told.id.body, lang: 'id' } }
  await expect.poll(shown).toEqual([inIndonesian])
  await page.goto(`${region}/saya?bahasa=en`)
  await push(page, told)
  const inEnglish = { title: told.en.title, options: { ...options, body: told.en.body, lang: 'en' } }
  await expect.poll(shown).toEqual([inIndonesian, inEnglish])

  await tap(worker, told.href)
  await page.goto(told.href)
  await tap(worker, told.href)
  expect((await asked(worker)).opened).toEqual([told.href, `${told.href}, which is open`])
})

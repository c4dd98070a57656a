/** The working day on a phone: a tap is signed and kept here at once, and sent as soon as there is a signal. */
import type { CheckInKind, CheckInPlace } from '@piket/domain/attendance/check-in-record.ts'
import type { Day } from '@piket/domain/calendar/day.ts'
import { checkIn, deliveryOf, type Said, type Signed } from './day/check-in.ts'
import { keepAnchor } from './day/clock.ts'
import { type Keys, keysOf, publicKeyText } from './day/keys.ts'
import { drain, entries, forgetOld, type Outcome, type Waiting } from './day/outbox.ts'
import { askForPlace, isAllowed, placeNow } from './day/place.ts'
import { sendReport } from './day/report-entry.ts'
import { type Registered, register, renewSession, send, signedTime } from './day/server.ts'
import { openStore, type PhoneStore } from './day/store.ts'

/** What the page says of itself in `data-phone`. */
interface Given {
  /** Code of the region. */
  readonly region: string
  readonly person: string
  readonly day: Day
  /** Of the region: its times are shown, wherever the phone is. */
  readonly zone: string
  /** Marks whose pages may be shown without a signal. */
  readonly session: string
  readonly words: Readonly<Record<Word, string>>
}

type Word =
  | 'saved'
  | 'sent'
  | 'refused'
  | 'signIn'
  | 'offline'
  | 'unreachable'
  | 'unsafe'
  | 'deviceWaits'
  | 'placeKept'
  | 'placeUnknown'
  | 'in'
  | 'out'
  | 'recall_answer'

const card = document.querySelector<HTMLElement>('[data-phone]')
if (card) void start(card, JSON.parse(card.dataset.phone ?? '') as Given)

async function start(root: HTMLElement, given: Given) {
  const { region, person, day, words } = given
  const part = (name: string) => root.querySelector<HTMLElement>(`[data-${name}]`)
  const say = (text: string) => {
    const said = part('said')
    if (said) said.textContent = text
  }
  // Without https the browser has no keys; the superior's word and the kiosk remain.
  if (!isSecureContext) return say(words.unsafe)
  void keepPage(given.session)
  void navigator.storage?.persist?.()

  const store = await openStore(region, person)
  const keys = await keysOf(store)
  await forgetOld(store, Date.now())

  async function show() {
    const list = part('waiting')
    if (!list) return
    const known = new Set([...root.querySelectorAll<HTMLElement>('[data-kept]')].map(({ dataset }) => dataset.kept))
    const ours = (await entries(store, keys)).filter((entry) => isOfDay(entry, day) && !known.has(entry.id))
    list.replaceChildren(...ours.map((entry) => line(entry, given)))
  }

  let timer: number | undefined
  async function deliver() {
    clearTimeout(timer)
    const name = `${region}-${person}`
    const checkIns = await drain(store, keys, name, sendEntry, show)
    // A report that waits goes from here too: the page of the day is the one that people open.
    const reports = checkIns.signIn
      ? checkIns
      : await drain(store, keys, name, sendReport(region, renew), show, 'report')
    const again = checkIns.again ?? reports.again
    await show()
    document.documentElement.dataset.signal = navigator.onLine && again === undefined ? 'yes' : 'no'
    say(reports.signIn ? words.signIn : again === undefined ? '' : words.offline)
    // Spread, so that a crowd that was turned away does not come back as one.
    if (again !== undefined) timer = setTimeout(deliver, again * 1000 * (1 + Math.random()))
  }

  const renew = () => renewSession(store, region, person)
  const sendEntry = ({ body }: Waiting): Promise<Outcome> =>
    send<{ anchor: Parameters<typeof keepAnchor>[1] }>(
      `/api/v1/regions/${region}/check-ins`,
      deliveryOf(body as Signed),
      ({ anchor }) => keepAnchor(store, anchor),
      renew,
    )

  /** Lets the server sign its time, so that a tap without a signal can be placed after it. */
  async function hear() {
    const device = await store.get<Registered>('facts', 'device')
    const time = device && (await signedTime(region, device.device))
    if (time) await keepAnchor(store, time)
    else if (device) document.documentElement.dataset.signal = 'no'
  }

  const form = root.querySelector<HTMLFormElement>('form[data-check-in]')
  /** Writes down, keeps and sends. @returns false: it could not be written, and why is said */
  async function write(said: Omit<Said, 'day'>): Promise<boolean> {
    const device = await deviceOf(store, keys, region)
    if (typeof device !== 'object') say(device ?? words.unreachable)
    else if (device.usableFrom > Date.now()) say(words.deviceWaits)
    else {
      await checkIn(store, keys, { region, person, device: device.device }, { ...said, day })
      await show()
      await deliver()
      return true
    }
    return false
  }

  form?.addEventListener('submit', async (event) => {
    event.preventDefault()
    await write({ ...readForm(form, event.submitter), position: placeNow(), recall: null })
  })
  for (const answering of document.querySelectorAll<HTMLFormElement>('[data-recall] form'))
    answering.addEventListener('submit', async (event) => {
      event.preventDefault()
      if (await write(answerOf(answering))) showAnswer(answering)
      // A phone that does not count yet answers as one without the script.
      else if (navigator.onLine) answering.submit()
    })
  part('locate')?.addEventListener('click', async () => {
    say((await askForPlace()) ? words.placeKept : words.placeUnknown)
  })

  form?.removeAttribute('hidden')
  addEventListener('online', () => void deliver())
  addEventListener('visibilitychange', () => document.visibilityState === 'visible' && void hear().then(deliver))
  await show()
  if (await isAllowed()) void askForPlace()
  await hear()
  await deliver()
}

/** Lets this page open without a signal. Where the browser keeps none, everything else works. */
async function keepPage(session: string) {
  if (!navigator.serviceWorker) return
  await navigator.serviceWorker.register('/pekerja.js')
  const files = [...document.querySelectorAll<HTMLLinkElement & HTMLScriptElement>('link[rel=stylesheet], script[src]')]
  const { active } = await navigator.serviceWorker.ready
  active?.postMessage({
    session,
    page: location.pathname,
    files: files.map((file) => new URL(file.href || file.src).pathname),
  })
}

/** The device of this phone, registered when it is first needed; text: why not; undefined: no answer. */
async function deviceOf(store: PhoneStore, keys: Keys, region: string): Promise<Registered | string | undefined> {
  const known = await store.get<Registered>('facts', 'device')
  if (known) return known
  const made = await register(region, { publicKey: await publicKeyText(keys), label: navigator.platform || 'ponsel' })
  if (typeof made === 'object') await store.put(['facts', 'device', made])
  return made
}

function readForm(form: HTMLFormElement, submitter: HTMLElement | null) {
  const data = new FormData(form)
  const code = String(data.get('kode') ?? '').trim()
  return {
    kind: (submitter?.getAttribute('value') ?? 'in') as CheckInKind,
    place: String(data.get('tempat')) as CheckInPlace,
    officeCode: code === '' ? null : code.toUpperCase(),
    note: String(data.get('catatan') ?? '').trim(),
  }
}

/** The answer to an order to the office. It says nothing of a place: no position goes with it. */
function answerOf(form: HTMLFormElement): Omit<Said, 'day'> {
  const recall = form.closest<HTMLElement>('[data-recall]')?.dataset.recall ?? ''
  const given = new FormData(form)
  const answer = given.get('jawab') === 'declined' ? 'declined' : 'acknowledged'
  const note = String(given.get('alasan') ?? '').trim()
  return { kind: 'recall_answer', place: 'home', position: null, officeCode: null, recall: { recall, answer }, note }
}

/** What was answered, in place of the question. Who comes can still say that they cannot, and the other way round. */
function showAnswer(form: HTMLFormElement) {
  const card = form.closest('[data-recall]')
  const said = card?.querySelector('[role=status]')
  if (said) said.textContent = form.dataset.said ?? ''
  for (const part of card?.querySelectorAll<HTMLElement>(':scope > form, details, [data-heard]') ?? [])
    part.hidden = part.contains(form) || part.dataset.heard !== undefined
}

const isOfDay = ({ body }: Waiting, day: Day) => (body as Signed).record.day === day

/** One line: what, at which time by this phone, and how far it has come. */
function line({ state, savedAt, why, body }: Waiting, { words, zone }: Given): HTMLLIElement {
  const item = document.createElement('li')
  item.dataset.state = state
  const time = new Date(savedAt).toLocaleTimeString(document.documentElement.lang, {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const said = state === 'waiting' ? words.saved : state === 'sent' ? words.sent : `${words.refused} ${why}`
  item.textContent = `${words[(body as Signed).record.kind]} ${time}: ${said.replace('{time}', time)}`
  return item
}

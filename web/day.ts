/** The working day on a phone: a tap is signed and kept here at once, and sent as soon as there is a signal. */
import type { CheckInKind, CheckInPlace } from '@piket/domain/attendance/check-in-record.ts'
import type { Day } from '@piket/domain/calendar/day.ts'
import {
  deliveryOf,
  keepTap,
  type Said,
  type Signed,
  signTap,
  type Tap,
  tapIn,
  tapOf,
  type Unsigned,
} from './day/check-in.ts'
import { keepAnchor, lastAnchor, serverNow } from './day/clock.ts'
import { type Keys, keysOf, publicKeyText, signAnew } from './day/keys.ts'
import { alone, drain, entries, forgetOld, type Outcome, type Waiting } from './day/outbox.ts'
import { askForPlace, isAllowed, placeNow } from './day/place.ts'
import { sendReport } from './day/report-entry.ts'
import { type Registered, renewSession, send, signedTime } from './day/server.ts'
import { openStore, type PhoneStore } from './day/store.ts'

/** What the page says of itself in `data-phone`. */
interface Given {
  /** Code of the region. */
  readonly region: string
  readonly person: string
  readonly day: Day
  /** Of the region: its times are shown, wherever the phone is. */
  readonly zone: string
  readonly words: Readonly<Record<Word, string>>
}

type Word =
  | 'saved'
  | 'sent'
  | 'calledOff'
  | 'refused'
  | 'signIn'
  | 'offline'
  | 'unregistered'
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
  const pages = keptPages()
  void navigator.storage?.persist?.()

  const store = await openStore(region, person)
  let keys = await keysOf(store)
  await forgetOld(store, Date.now())

  async function show() {
    const list = part('waiting')
    if (!list) return
    const known = new Set([...root.querySelectorAll<HTMLElement>('[data-kept]')].map(({ dataset }) => dataset.kept))
    const ours = (await entries(store, keys)).filter((entry) => isOfDay(entry, day) && !known.has(entry.id))
    list.replaceChildren(...ours.map((entry) => line(entry, given)))
    for (const { state, why, body } of ours) {
      const { recall } = tapIn(body as Signed)
      const card = document.querySelector(`[data-recall="${recall?.recall}"] [role=status]`)
      if (state === 'sent' && why && card) card.textContent = why
    }
  }

  const name = `${region}-${person}`
  let timer: number | undefined
  /** Why the phone cannot be registered now. */
  let blocked: string | undefined
  async function deliver() {
    clearTimeout(timer)
    blocked = undefined
    const checkIns = await drain(store, keys, name, sendEntry, show)
    // A report that waits goes from here too: the page of the day is the one that people open.
    const reports = checkIns.signIn
      ? checkIns
      : await drain(store, keys, name, sendReport(region, renew), show, 'report')
    const again = checkIns.again ?? reports.again
    await show()
    document.documentElement.dataset.signal = navigator.onLine && again === undefined ? 'yes' : 'no'
    const device = await store.get<Registered>('facts', 'device')
    const waits = device && device.usableFrom > (await serverNow(store)) ? words.deviceWaits : words.offline
    say(reports.signIn ? words.signIn : again === undefined ? '' : (blocked ?? waits))
    // Spread, so that a crowd that was turned away does not come back as one.
    if (again !== undefined) timer = setTimeout(deliver, again * 1000 * (1 + Math.random()))
  }

  const renew = () => renewSession(store, region, person)
  async function sendEntry({ body: kept }: Waiting): Promise<Outcome> {
    let body = kept as Signed | Unsigned
    if ('tap' in body) {
      const device = await deviceOf(store, keys, region, renew)
      if ('state' in device) {
        // It waits until the phone can be registered, for whatever reason it cannot be now.
        if (device.state !== 'refused') return device
        blocked = device.why
        return { state: 'later', seconds: 60 }
      }
      body = await signTap(store, keys, { region, person, device: device.device }, body.tap)
    }
    let why: string | undefined
    const outcome = await send<{ anchor: Parameters<typeof keepAnchor>[1]; cancelled?: string }>(
      `/api/v1/regions/${region}/check-ins`,
      deliveryOf(body),
      ({ anchor, cancelled }) => {
        why = cancelled && words.calledOff.replace('{why}', cancelled)
        return keepAnchor(store, anchor)
      },
      renew,
    )
    if (outcome.state === 'sent') return { ...outcome, why }
    const isAside = outcome.state === 'refused' && outcome.code === 'check-in-set-aside'
    if (outcome.state !== 'refused' || !(isAside || outcome.code === 'device-revoked')) return outcome
    // The next tap registers this phone anew, unless one has since: its old key counts no more.
    const known = await store.get<Registered>('facts', 'device')
    if (known?.device === body.record.device) keys = await signAnew(store, keys)
    // The server has it, and says what it is worth.
    return isAside ? { state: 'sent', why: outcome.why } : outcome
  }

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
    const early = tapOf({ ...said, day }, null)
    const why = (await store.get('facts', 'device')) ? await keep(early) : await alone(name, () => keepFirst(early))
    await show()
    if (why !== undefined) say(why)
    else await deliver()
    return why === undefined
  }

  /** The first tap of a phone is kept at once, and stays as it is where the phone cannot be registered now. */
  async function keepFirst(early: Tap): Promise<string | undefined> {
    await keepTap(store, keys, early)
    await show()
    const why = await keep(early)
    if (why !== undefined) await store.put(['outbox', early.id, undefined])
    return why
  }

  /** Signs a tap once there is a device to sign it for. @returns why it cannot be written down */
  async function keep(early: Tap): Promise<string | undefined> {
    const device = await deviceOf(store, keys, region, renew)
    if ('state' in device) return device.state === 'refused' ? device.why : undefined
    if (device.usableFrom > (await serverNow(store))) return words.deviceWaits
    await signTap(
      store,
      keys,
      { region, person, device: device.device },
      tapOf(early, await lastAnchor(store), early.id),
    )
    return undefined
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
  // The report opens without a signal too. It is fetched once nothing else has to be done, and not where each byte counts.
  const { connection } = navigator as { connection?: { readonly saveData?: boolean } }
  const report = location.pathname.replace(/saya$/, 'laporan')
  if (!connection?.saveData) setTimeout(async () => (await pages)?.postMessage([report]), 1000)
}

/** Lets this page open without a signal. Where the browser keeps none, everything else works. */
async function keptPages(): Promise<ServiceWorker | null | undefined> {
  if (!navigator.serviceWorker) return
  await navigator.serviceWorker.register('/pekerja.js')
  const { active } = await navigator.serviceWorker.ready
  active?.postMessage([location.pathname])
  return active
}

/**
 * The device of this phone, registered when it is first needed, and asked about again while it has to wait: a superior may
 * have agreed. Or what became of the attempt.
 */
async function deviceOf(
  store: PhoneStore,
  keys: Keys,
  region: string,
  renew: () => Promise<Outcome>,
): Promise<Registered | Outcome> {
  const known = await store.get<Registered>('facts', 'device')
  if (known && known.usableFrom <= (await serverNow(store))) return known
  let made: Registered | undefined
  const device = { publicKey: await publicKeyText(keys), label: navigator.platform || 'ponsel' }
  const outcome = await send<Registered>(
    `/api/v1/regions/${region}/devices`,
    device,
    async (registered) => {
      made = registered
    },
    renew,
  )
  if (!made) return known ?? outcome
  await store.put(['facts', 'device', made])
  // Its first tap is placed by the server's time too, whatever this phone takes for now.
  const time = await signedTime(region, made.device)
  if (time) await keepAnchor(store, time)
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
  // Who comes is told first where they are wanted; who cannot, what the day was.
  const comes = answerOf(form).recall?.answer === 'acknowledged'
  for (const part of document.querySelectorAll<HTMLElement>('[data-wanted],[data-planned]'))
    part.hidden = comes === (part.dataset.planned !== undefined)
}

const isOfDay = ({ body }: Waiting, day: Day) => tapIn(body as Signed).day === day

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
  const waits = 'tap' in (body as Unsigned) ? words.unregistered : words.saved
  const said = state === 'waiting' ? waits : `${words[state]} ${why ?? ''}`
  item.textContent = `${words[tapIn(body as Signed).kind]} ${time}: ${said.replace('{time}', time).trim()}`
  return item
}

/** The working day on a phone: a tap is signed and kept here at once, and sent as soon as there is a signal. */
import type { CheckInKind, CheckInPlace } from '@piket/domain/attendance/check-in-record.ts'
import type { Day } from '@piket/domain/calendar/day.ts'
import {
  anchored,
  deliveryOf,
  keepTap,
  type Said,
  type Signed,
  signTap,
  tapIn,
  tapOf,
  type Unsigned,
} from './day/check-in.ts'
import { keepAnchor } from './day/clock.ts'
import { keptPages } from './day/kept-pages.ts'
import { type Keys, keysOf, publicKeyText, signAnew } from './day/keys.ts'
import { drain, entries, forgetOld, type Outcome, type Waiting } from './day/outbox.ts'
import { askForPlace, isAllowed, placeNow } from './day/place.ts'
import { sendReport } from './day/report-entry.ts'
import { hindered, type Registered, renewSession, send, signedTime } from './day/server.ts'
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
  | 'remove'
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
  const tapped = new Promise((resolve) => addEventListener('click', resolve, { once: true }))
  void navigator.storage?.persist?.()

  const store = await openStore(region, person)
  let keys = await keysOf(store)
  await forgetOld(store, Date.now())

  async function show() {
    const list = part('waiting')
    if (!list) return
    const known = new Set([...root.querySelectorAll<HTMLElement>('[data-kept]')].map(({ dataset }) => dataset.kept))
    const ours = (await entries(store, keys)).filter((entry) => isOfDay(entry, day) && !known.has(entry.id))
    list.replaceChildren(...ours.map((entry) => line(entry, given, remove)))
    for (const { state, why, body } of ours) {
      const { recall } = tapIn(body as Signed)
      const card = document.querySelector(`[data-recall="${recall?.recall}"] [role=status]`)
      if (state === 'sent' && why && card) card.textContent = why
    }
  }

  const forget = (id: string) => store.put(['outbox', id, undefined])
  async function remove(id: string) {
    await forget(id)
    await deliver()
  }

  const name = `${region}-${person}`
  let timer: number | undefined
  /** Sends what waits. @returns why the server does not take what this phone signs now, in its words */
  async function deliver(): Promise<string | undefined> {
    clearTimeout(timer)
    const checkIns = await drain(store, keys, name, sendEntry, show)
    // A report that waits goes from here too: the page of the day is the one that people open.
    const reports = checkIns.signIn
      ? checkIns
      : await drain(store, keys, name, sendReport(region, renew), show, 'report')
    const again = checkIns.again ?? reports.again
    await show()
    // Whoever is told why has been answered.
    const isHeard = again === undefined || checkIns.why !== undefined
    document.documentElement.dataset.signal = navigator.onLine && isHeard ? 'yes' : 'no'
    say(reports.signIn ? words.signIn : isHeard ? '' : words.offline)
    // Spread, so that a crowd that was turned away does not come back as one.
    if (again !== undefined) timer = setTimeout(deliver, again * 1000 * (1 + Math.random()))
    else if (overtaken) location.reload()
    return checkIns.why
  }

  /** What the server has taken makes the page say otherwise: a recall is over, or its person has come. */
  let overtaken = false
  const isComing = ({ record: { kind, place } }: Signed) =>
    kind === 'in' && place === 'office' && document.querySelector('[data-wanted]:not([hidden])') !== null
  const renew = () => renewSession(store, region, person)
  async function sendEntry({ id, body: kept }: Waiting): Promise<Outcome> {
    let body = kept as Signed | Unsigned
    if ('tap' in body) {
      const device = await deviceOf(store, keys, region, renew)
      // It waits until the phone can be registered, for whatever reason it cannot be now.
      if ('state' in device) return device.state === 'refused' ? hindered(device.why) : device
      // Removed while the phone was registered.
      if (!(await store.get('outbox', id))) return { state: 'sent' }
      body = await signTap(store, keys, { region, person, device: device.device }, body.tap)
    }
    const sent = body
    let why: string | undefined
    const outcome = await send<{ anchor: Parameters<typeof keepAnchor>[1]; cancelled?: string }>(
      `/api/v1/regions/${region}/check-ins`,
      deliveryOf(body),
      ({ anchor, cancelled }) => {
        why = cancelled && words.calledOff.replace('{why}', cancelled)
        overtaken ||= Boolean(cancelled) || isComing(sent)
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
  /** Writes a tap down, with the clocks of this moment, and waits for no network. @returns its id */
  async function write(said: Omit<Said, 'day'>): Promise<string> {
    const tap = tapOf({ ...said, day })
    const device = await store.get<Registered>('facts', 'device')
    if (device) await signTap(store, keys, { region, person, device: device.device }, await anchored(store, tap))
    // Of a phone that is not registered yet it is signed as it is when it goes.
    else await keepTap(store, keys, tap)
    await show()
    return tap.id
  }

  form?.addEventListener('submit', async (event) => {
    event.preventDefault()
    await write({ ...readForm(form, event.submitter), position: placeNow(), recall: null })
    await deliver()
  })
  for (const answering of document.querySelectorAll<HTMLFormElement>('[data-recall] form'))
    answering.addEventListener('submit', async (event) => {
      event.preventDefault()
      const id = await write(answerOf(answering))
      showAnswer(answering)
      // A phone that does not count yet answers as one without the script.
      if ((await deliver()) === undefined) return
      // What it has signed goes too, once it counts: a number left out would be asked about.
      if (!(await store.get('facts', 'device'))) await forget(id)
      answering.submit()
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
  // A crowd that opens this page in the same minute is spread over the next one.
  const { connection } = navigator as { connection?: { readonly saveData?: boolean } }
  const report = location.pathname.replace(/saya$/, 'laporan')
  if (connection?.saveData) return
  await Promise.race([tapped, new Promise((resolve) => setTimeout(resolve, 1000 + 60_000 * Math.random()))])
  const worker = await pages
  worker?.postMessage([report])
}

/** The device of this phone, registered when it is first needed. Or what became of the attempt. */
async function deviceOf(
  store: PhoneStore,
  keys: Keys,
  region: string,
  renew: () => Promise<Outcome>,
): Promise<Registered | Outcome> {
  const known = await store.get<Registered>('facts', 'device')
  if (known) return known
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
  if (!made) return outcome
  await store.put(['facts', 'device', made])
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
  const office = document.querySelector<HTMLInputElement>('#tempat-office')
  if (comes && office) office.checked = true
  for (const part of document.querySelectorAll<HTMLElement>('[data-wanted],[data-planned]'))
    part.hidden = comes === (part.dataset.planned !== undefined)
}

const isOfDay = ({ body }: Waiting, day: Day) => tapIn(body as Signed).day === day

/**
 * One line: what, at which time by this phone, and how far it has come. What the server does not take can be removed, but
 * for a signed record that waits for its phone to count: it is taken then, and a number left out would be asked about.
 */
function line(
  { id, state, savedAt, why, body }: Waiting,
  { words, zone }: Given,
  remove: (id: string) => Promise<void>,
): HTMLLIElement {
  const item = document.createElement('li')
  item.dataset.state = state
  const time = new Date(savedAt).toLocaleTimeString(document.documentElement.lang, {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const isUnsigned = 'tap' in (body as Unsigned)
  const waits = isUnsigned ? words.unregistered : words.saved
  const said = `${state === 'waiting' ? waits : words[state]} ${why ?? ''}`
  item.textContent = `${words[tapIn(body as Signed).kind]} ${time}: ${said.replace('{time}', time).trim()}`
  if (why === undefined || !(state === 'refused' || (state === 'waiting' && isUnsigned))) return item
  const button = Object.assign(document.createElement('button'), { type: 'button', className: 'ds-button' })
  Object.assign(button.dataset, { variant: 'secondary', size: 'sm' })
  button.textContent = words.remove
  button.addEventListener('click', () => void remove(id))
  item.append(' ', button)
  return item
}

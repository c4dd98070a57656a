/** The report on a phone: a draft is kept while it is written, and what was sent goes as soon as there is a signal. */
import { type Keys, keysOf, type Sealed, seal, unseal } from './day/keys.ts'
import { drain, entries, entryOf, forgetOld } from './day/outbox.ts'
import { readEvidence, type WaitingFile } from './day/photo.ts'
import { type Body, type Report, sendReport } from './day/report-entry.ts'
import { answers, renewSession } from './day/server.ts'
import { openStore, type PhoneStore } from './day/store.ts'

/** What the page says of itself in `data-report`. */
interface Given {
  /** Code of the region. */
  readonly region: string
  readonly person: string
  readonly day: string
  readonly words: Readonly<Record<'draft' | 'saved' | 'sent' | 'refused' | 'signIn' | 'file' | 'tooLarge', string>>
}

/** What was typed, with the id that the report will have, however often the page is opened before it is sent. */
interface Draft {
  readonly id: string
  readonly fields: readonly (readonly [name: string, value: string])[]
}

const form = document.querySelector<HTMLFormElement>('form[data-report]')
// Without https the browser has no keys, and the form is sent as a page.
if (form && isSecureContext) void start(form, JSON.parse(form.dataset.report ?? '') as Given)

async function start(root: HTMLFormElement, given: Given) {
  const { region, person, day, words } = given
  const said = root.querySelector<HTMLElement>('[data-said]')
  const say = (text: string) => {
    if (said) said.textContent = text
  }
  const store = await openStore(region, person)
  const keys = await keysOf(store)
  const draft = drafts(store, keys, day)
  let { id } = await draft.fill(root)
  await forgetOld(store, Date.now())
  keepPage()

  let typing: number | undefined
  root.addEventListener('input', () => {
    clearTimeout(typing)
    typing = setTimeout(async () => {
      await draft.keep(root, id)
      say(words.draft)
    }, 400)
  })

  root.addEventListener('submit', async (event) => {
    event.preventDefault()
    clearTimeout(typing)
    const files = await filesOf(root)
    if (typeof files === 'string') return say(words[files])
    const report = reportOf(root, { id, employee: person, day })
    const body: Body = { report, files }
    await draft.keep(root, id)
    await store.put(await entryOf(keys, { id, kind: 'report', order: Date.now(), savedAt: Date.now(), body }))
    await deliver()
  })

  let timer: number | undefined
  async function deliver() {
    clearTimeout(timer)
    const sending = sendReport(region, () => renewSession(store, region, person))
    const { again, signIn } = await drain(store, keys, `${region}-${person}`, sending, show, 'report')
    await show()
    const waits = (await entries(store, keys, 'report')).some(({ state }) => state === 'waiting')
    if (waits && signIn) say(words.signIn)
    if (waits && again !== undefined) timer = setTimeout(deliver, again * 1000 * (1 + Math.random()))
  }

  /** Says how far the report of this day has come; once the server has it, the page shows what the server keeps. */
  async function show() {
    const own = (await entries(store, keys, 'report')).find(({ body }) => (body as Body).report.day === day)
    if (!own) return
    if (own.state === 'waiting') return say(words.saved)
    if (own.state === 'refused') {
      say(`${words.refused} ${own.why}`)
      return
    }
    say(words.sent)
    if (own.id !== id) return
    await draft.drop()
    // Nothing is written any more under the id that is used up.
    id = crypto.randomUUID()
    location.replace(`${location.pathname}?${new URLSearchParams({ tanggal: day, terkirim: 'ya' })}`)
  }

  /** Whether the page is of now: one that the phone keeps opens also where no server answers. */
  async function hear() {
    document.documentElement.dataset.signal = (await answers()) ? 'yes' : 'no'
  }

  addEventListener('online', () => void hear().then(deliver))
  addEventListener('offline', () => void hear())
  addEventListener('visibilitychange', () => document.visibilityState === 'visible' && void hear().then(deliver))
  await hear()
  await deliver()
}

/** Lets this page open without a signal, beside the page of the own day that set this up. */
function keepPage() {
  navigator.serviceWorker?.controller?.postMessage([location.pathname])
}

/** What is typed for a day, sealed on the phone until the server has the report. */
function drafts(store: PhoneStore, keys: Keys, day: string) {
  const key = `draft-${day}`
  return {
    async keep(root: HTMLFormElement, id: string) {
      const fields = [...new FormData(root)].filter(([, value]) => typeof value === 'string') as [string, string][]
      await store.put(['facts', key, await seal(keys, { id, fields } satisfies Draft)])
    },
    drop: () => store.put(['facts', key, undefined]),
    /** Writes a draft back into the form. */
    async fill(root: HTMLFormElement): Promise<Pick<Draft, 'id'>> {
      const sealed = await store.get<Sealed>('facts', key)
      if (!sealed) return { id: crypto.randomUUID() }
      const { id, fields } = await unseal<Draft>(keys, sealed)
      for (const element of root.elements) {
        const field = element as HTMLInputElement
        const typed = fields.filter(([name]) => name === field.name).map(([, value]) => value)
        if (field.type === 'radio' || field.type === 'checkbox') field.checked = typed.includes(field.value)
        else if (field.type !== 'hidden' && field.type !== 'file' && typed[0] !== undefined) field.value = typed[0]
      }
      return { id }
    },
  }
}

function reportOf(root: HTMLFormElement, key: Pick<Report, 'id' | 'employee' | 'day'>): Report {
  const data = new FormData(root)
  const number = (name: string) => (data.get(name) ? Number(data.get(name)) : null)
  return {
    ...key,
    done: String(data.get('hasil') ?? ''),
    main_duty: String(data.get('tugas') ?? '') || null,
    amount: number('jumlah'),
    target: number('target'),
    instructions: data.getAll('jawab').map(String),
    written_at: Date.now(),
  }
}

/** The chosen files, made ready. @returns what is wrong with the first that cannot be sent */
async function filesOf(root: HTMLFormElement): Promise<WaitingFile[] | 'file' | 'tooLarge'> {
  const ready: WaitingFile[] = []
  for (const chosen of new FormData(root).getAll('foto')) {
    if (typeof chosen === 'string' || chosen.size === 0) continue
    const file = await readEvidence(chosen)
    if (typeof file === 'string') return file
    ready.push(file)
  }
  return ready
}

/** Marks and photos of an inspection on a phone: kept before anything is said, and sent as soon as there is a signal. */
import { keptPages } from './day/kept-pages.ts'
import { keysOf } from './day/keys.ts'
import { drain, entries, entryOf, forgetOld, type Outcome, type Waiting } from './day/outbox.ts'
import { send } from './day/server.ts'
import { openStore } from './day/store.ts'
import { openPhotos, type PhotoForm } from './inspection-photo.ts'
import { openPads } from './signature.ts'

/** What the page says of itself in `data-inspection`. */
interface Given {
  /** Code of the region. */
  readonly region: string
  readonly inspection: string
  readonly account: string
  /** When the page was made, in milliseconds since 1970: what was sent before it shows. */
  readonly made: number
  readonly marks: Readonly<Record<string, string>>
  readonly words: Readonly<Record<'saved' | 'sent' | 'late' | 'refused' | 'signIn' | 'waits', string>> &
    PhotoForm['words']
}

interface Mark {
  readonly inspection: string
  readonly id: string
  readonly person: string
  readonly kind: string
  readonly note: string
  readonly at: number
}

openPads()
const root = document.querySelector<HTMLElement>('[data-inspection]')
// Without https the browser has no keys, and each mark is sent as a page.
if (root && isSecureContext) void start(root, JSON.parse(root.dataset.inspection ?? '') as Given)

async function start(page: HTMLElement, { region, inspection, account, made, marks, words }: Given) {
  const said = page.querySelector<HTMLElement>('[data-said]')
  const store = await openStore(region, account)
  const keys = await keysOf(store)
  /** What the server has taken since the page was opened, and whether it came late. */
  const taken = new Map<string, boolean>()
  await forgetOld(store, Date.now())
  void keptPages()
  const form = document.querySelector<HTMLFormElement>('form[data-photo]')
  const deliverPhotos = form ? await openPhotos({ form, region, inspection, account, words }) : async () => {}

  page.addEventListener('submit', async (event) => {
    const { submitter } = event as SubmitEvent
    const form = event.target as HTMLFormElement
    event.preventDefault()
    const { pegawai = '', catatan = '' } = Object.fromEntries(new FormData(form)) as Record<string, string>
    const now = Date.now()
    const kind = (submitter as HTMLButtonElement).value
    const body: Mark = { inspection, id: crypto.randomUUID(), person: pegawai, kind, note: catatan, at: now }
    // A clock that ran ahead was set right: what is written now is written later all the same.
    const order = Math.max(now, 1 + ((await entries(store, keys, 'mark')).at(-1)?.order ?? 0))
    await store.put(await entryOf(keys, { id: body.id, kind: 'mark', order, savedAt: now, body }))
    await deliver()
  })

  const sending = ({ body }: Waiting): Promise<Outcome> => {
    const { inspection: of, ...mark } = body as Mark
    return send<{ late: boolean }>(`/api/v1/regions/${region}/inspections/${of}/marks`, mark, async (answer) => {
      taken.set(mark.id, answer.late)
    })
  }

  let timer: number | undefined
  async function deliver() {
    clearTimeout(timer)
    await shown()
    const { again, signIn } = await drain(
      store,
      keys,
      `${region}-${account}`,
      sending,
      async () => void (await shown()),
      'mark',
    )
    const waiting = await shown()
    if (waiting > 0 && signIn && said) said.textContent = words.signIn
    if (waiting > 0 && again !== undefined) timer = setTimeout(deliver, again * 1000 * (1 + Math.random()))
  }

  /** Says beside each person what was marked last, and how far it has come. @returns how many wait */
  async function shown(): Promise<number> {
    const own = (await entries(store, keys, 'mark')).filter(({ body }) => (body as Mark).inspection === inspection)
    const last = new Map(own.map((entry) => [(entry.body as Mark).person, entry]))
    for (const { body, ...entry } of last.values()) {
      const { id, person, kind, note } = body as Mark
      const line = page.querySelector<HTMLElement>(`[data-person="${CSS.escape(person)}"]`)
      const standing = line?.querySelector<HTMLElement>('[data-standing]')
      if (!line || !standing || (entry.state === 'sent' && entry.savedAt < made && !taken.has(id))) continue
      const how =
        entry.state === 'waiting'
          ? words.saved
          : entry.state === 'refused'
            ? `${words.refused} ${entry.why}`
            : taken.get(id)
              ? words.late
              : words.sent
      standing.textContent = `${marks[kind]}${note && ` · ${note}`}. ${how}`
      for (const button of line.querySelectorAll<HTMLButtonElement>('button[name=tanda]'))
        if (button.value === kind) delete button.dataset.variant
        else button.dataset.variant = 'secondary'
    }
    const waiting = own.filter(({ state }) => state === 'waiting').length
    if (said) said.textContent = waiting === 0 ? '' : words.waits.replace('#', String(waiting))
    return waiting
  }

  const deliverAll = () => Promise.all([deliver(), deliverPhotos()])
  addEventListener('online', () => void deliverAll())
  addEventListener('visibilitychange', () => document.visibilityState === 'visible' && void deliverAll())
  await deliverAll()
}

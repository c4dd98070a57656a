/** Photos of an inspection on a phone: made small, kept before anything is said, and sent as soon as there is a signal. */
import { keysOf } from './day/keys.ts'
import { drain, entries, entryOf, forgetOld, type Outcome, type Waiting } from './day/outbox.ts'
import { blobOf, readEvidence, type WaitingFile } from './day/photo.ts'
import { hindered, send } from './day/server.ts'
import { openStore } from './day/store.ts'

interface Body {
  readonly inspection: string
  readonly caption: string
  readonly file: WaitingFile
}

export interface PhotoForm {
  readonly form: HTMLFormElement
  /** Code of the region. */
  readonly region: string
  readonly inspection: string
  readonly account: string
  readonly words: Readonly<Record<'photoWaits' | 'photoSent' | 'photoNotKept' | 'photoRefused' | 'signIn', string>>
}

/** Takes photos from the form. @returns what sends those that wait */
export async function openPhotos({
  form,
  region,
  inspection,
  account,
  words,
}: PhotoForm): Promise<() => Promise<void>> {
  // Beside the marks, not among them: a photo is large, and is read when it is sent.
  const store = await openStore(region, `${account}-photo`)
  const keys = await keysOf(store)
  const said = form.querySelector<HTMLElement>('[data-said]')
  const button = form.querySelector('button')
  const say = (text: string) => {
    if (said) said.textContent = text
  }

  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    // One tap is one photo, however long it takes to make it small.
    if (button) button.disabled = true
    try {
      await keep(new FormData(form))
    } catch {
      say(words.photoNotKept)
    } finally {
      if (button) button.disabled = false
    }
    await deliver()
  })

  async function keep(data: FormData) {
    const chosen = data.get('foto')
    const file = chosen instanceof File ? await readEvidence(chosen) : 'file'
    if (typeof file === 'string' || file.type === 'application/pdf') throw new Error('no photo')
    const body: Body = { inspection, caption: String(data.get('keterangan') ?? ''), file }
    const now = Date.now()
    const order = Math.max(now, 1 + ((await entries(store, keys, 'photo')).at(-1)?.order ?? 0))
    await store.put(await entryOf(keys, { id: crypto.randomUUID(), kind: 'photo', order, savedAt: now, body }))
    form.reset()
  }

  const sending = async ({ id, savedAt, body }: Waiting): Promise<Outcome> => {
    const { inspection: of, caption, file } = body as Body
    const sent = new FormData()
    sent.set('at', String(savedAt))
    sent.set('caption', caption)
    sent.set('photo', blobOf(file), 'foto')
    const outcome = await send(`/api/v1/regions/${region}/inspections/${of}/photos/${id}`, sent, async () => {})
    // A clock that ran ahead is set right some day: the photo waits for it.
    const isAhead = outcome.state === 'refused' && outcome.code === 'inspection-clock-ahead'
    return isAhead ? hindered(outcome.why) : outcome
  }

  let timer: number | undefined
  let sent = 0
  async function deliver() {
    clearTimeout(timer)
    const { again, why, signIn } = await drain(store, keys, `${region}-${account}-photo`, sending, show, 'photo')
    await show(why)
    if (signIn) say(words.signIn)
    if (again !== undefined) timer = setTimeout(deliver, again * 1000 * (1 + Math.random()))
  }

  /** Says how many wait, and why; which were refused; else that they were sent. What was sent is let go. */
  async function show(why?: string) {
    const own = (await entries(store, keys, 'photo')).filter(({ body }) => (body as Body).inspection === inspection)
    sent += own.filter(({ state }) => state === 'sent').length
    await forgetOld(store, Number.POSITIVE_INFINITY)
    const waiting = own.filter(({ state }) => state === 'waiting').length
    const refused = own.filter(({ state }) => state === 'refused')
    const told = [
      waiting > 0 && words.photoWaits.replace('#', String(waiting)),
      waiting > 0 && why,
      refused.length > 0 && `${words.photoRefused.replace('#', String(refused.length))} ${refused.at(-1)?.why ?? ''}`,
      waiting === 0 && refused.length === 0 && sent > 0 && words.photoSent,
    ]
    const text = told.filter(Boolean).join(' ')
    if (text !== '') say(text)
  }

  return deliver
}

/** Photos of an inspection on a phone: made small, kept before anything is said, and sent as soon as there is a signal. */
import type { Keys } from './day/keys.ts'
import { drain, entries, entryOf, type Outcome, type Waiting } from './day/outbox.ts'
import { blobOf, readEvidence, type WaitingFile } from './day/photo.ts'
import { send } from './day/server.ts'
import type { PhoneStore } from './day/store.ts'

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
  readonly store: PhoneStore
  readonly keys: Keys
  readonly words: Readonly<Record<'photoWaits' | 'photoSent' | 'photoFile' | 'refused' | 'signIn', string>>
}

/** Takes photos from the form. @returns what sends those that wait */
export function openPhotos({ form, region, inspection, account, store, keys, words }: PhotoForm): () => Promise<void> {
  const said = form.querySelector<HTMLElement>('[data-said]')
  const say = (text: string) => {
    if (said) said.textContent = text
  }

  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    const data = new FormData(form)
    const chosen = data.get('foto')
    const file = chosen instanceof File ? await readEvidence(chosen) : 'file'
    if (typeof file === 'string' || file.type === 'application/pdf') return say(words.photoFile)
    const body: Body = { inspection, caption: String(data.get('keterangan') ?? ''), file }
    const now = Date.now()
    await store.put(await entryOf(keys, { id: crypto.randomUUID(), kind: 'photo', order: now, savedAt: now, body }))
    form.reset()
    await deliver()
  })

  const sending = ({ id, savedAt, body }: Waiting): Promise<Outcome> => {
    const { inspection: of, caption, file } = body as Body
    const asked = new URLSearchParams({ at: String(savedAt), caption })
    const url = `/api/v1/regions/${region}/inspections/${of}/photos/${id}?${asked}`
    return send(url, blobOf(file), async () => {})
  }

  let timer: number | undefined
  async function deliver() {
    clearTimeout(timer)
    const { again, signIn } = await drain(store, keys, `${region}-${account}-photo`, sending, show, 'photo')
    await show()
    if (signIn) say(words.signIn)
    if (again !== undefined) timer = setTimeout(deliver, again * 1000 * (1 + Math.random()))
  }

  /** Says how many wait; of the last one, that it was sent, or why it was refused. */
  async function show() {
    const own = (await entries(store, keys, 'photo')).filter(({ body }) => (body as Body).inspection === inspection)
    const waiting = own.filter(({ state }) => state === 'waiting').length
    const last = own.at(-1)
    if (waiting > 0) say(words.photoWaits.replace('#', String(waiting)))
    else if (last?.state === 'refused') say(`${words.refused} ${last.why}`)
    else if (last) say(words.photoSent)
  }

  return deliver
}

/** Says, before somebody signs out, how much was written on this phone and is not sent yet. */
import { openStore } from '../day/store.ts'

interface Given {
  /** Code of the region. */
  readonly region: string
  /** As whom things were written: the person, and the account. */
  readonly of: readonly string[]
  /** With `#` for how much. */
  readonly words: string
}

async function tell(note: HTMLElement) {
  const { region, of, words } = JSON.parse(note.dataset.waiting ?? '') as Given
  const kept = await Promise.all(
    of.map(async (one) => (await openStore(region, one)).all<{ readonly state: string }>('outbox')),
  )
  const waiting = kept.flat().filter(({ state }) => state === 'waiting').length
  if (waiting > 0) note.textContent = words.replace('#', String(waiting))
}

const note = document.querySelector<HTMLElement>('[data-waiting]')
if (note) void tell(note)

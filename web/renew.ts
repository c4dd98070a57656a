/** The way in, on a phone whose session has run out: it is renewed by the phone's key, and leads back. */
import './passkey.ts'
import { renewSession } from './day/server.ts'
import { openStore } from './day/store.ts'

/** What the page says of the session that has run out. */
interface Given {
  /** Code of the region. */
  readonly region: string
  readonly person: string
  /** Where somebody wanted to go. */
  readonly to: string
}

async function renew({ region, person, to }: Given): Promise<void> {
  const store = await openStore(region, person)
  if ((await renewSession(store, region, person)).state === 'sent') location.replace(to)
}

const given = document.querySelector<HTMLElement>('[data-renew]')?.dataset.renew
if (given !== undefined && isSecureContext) void renew(JSON.parse(given) as Given)

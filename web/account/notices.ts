/** Lets this browser take notices: asks the person, subscribes with the region's key, and tells the server where. */

const bytes = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))

class Denied extends Error {}

async function subscribe({ dataset: { notices = '', answer = '' } }: HTMLElement): Promise<string> {
  if ((await Notification.requestPermission()) !== 'granted') throw new Denied()
  await navigator.serviceWorker.register('/pekerja.js')
  const { pushManager } = await navigator.serviceWorker.ready
  // A subscription with the key of another region is in the way of this one.
  await (await pushManager.getSubscription())?.unsubscribe()
  const subscription = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(notices) })
  const { endpoint, keys } = subscription.toJSON()
  const response = await fetch(answer, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify({ endpoint, keys }),
  })
  if (!response.ok) throw new Error(String(response.status))
  return ((await response.json()) as { readonly to: string }).to
}

const offer = document.querySelector<HTMLElement>('[data-notices]')
const button = offer?.querySelector('button')
const said = offer?.querySelector('[role=status]')
if (offer && button && said && isSecureContext && 'serviceWorker' in navigator && 'PushManager' in window) {
  offer.hidden = false
  button.addEventListener('click', async () => {
    button.disabled = true
    said.textContent = ''
    try {
      location.assign(await subscribe(offer))
      location.reload()
    } catch (error) {
      said.textContent = (error instanceof Denied ? offer.dataset.denied : offer.dataset.failed) ?? ''
    }
    button.disabled = false
  })
}

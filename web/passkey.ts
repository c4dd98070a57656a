/**
 * Makes and uses passkeys. A page offers it as an element with `data-passkey` (`create` or `get`), where to ask for
 * options and where to send the answer; it stays hidden where the browser has no keys. Bytes travel as base64url: the
 * browser's own methods for that are younger than many phones.
 */

const bytes = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))

const text = (buffer: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

interface Descriptor {
  readonly id: string
}
interface Options {
  readonly challenge: string
  readonly user?: { readonly id: string }
  readonly excludeCredentials?: readonly Descriptor[]
  readonly allowCredentials?: readonly Descriptor[]
}

/** The server's options, their texts as the bytes that browsers take. */
function decoded(options: Options): unknown {
  const keys = (list: readonly Descriptor[] = []) =>
    list.map((key) => ({ ...key, type: 'public-key', id: bytes(key.id) }))
  return {
    ...options,
    challenge: bytes(options.challenge),
    ...(options.user && { user: { ...options.user, id: bytes(options.user.id) } }),
    ...(options.excludeCredentials && { excludeCredentials: keys(options.excludeCredentials) }),
    ...(options.allowCredentials && { allowCredentials: keys(options.allowCredentials) }),
  }
}

/** What the key answered, as text. */
function encoded({ id, rawId, type, response }: PublicKeyCredential): Readonly<Record<string, unknown>> {
  const names = ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle'] as const
  const parts = response as unknown as Readonly<Record<string, ArrayBuffer | null | undefined>>
  const sent = names.flatMap((name) => (parts[name] ? [[name, text(parts[name])] as const] : []))
  const transports = (response as AuthenticatorAttestationResponse).getTransports?.()
  return { id, rawId: text(rawId), type, response: { ...Object.fromEntries(sent), ...(transports && { transports }) } }
}

async function post<Answer>(url: string, body?: unknown): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { accept: 'application/json', ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  if (!response.ok) throw new Error(String(response.status))
  return response.json()
}

async function run({ dataset }: HTMLElement): Promise<void> {
  const { passkey, options = '', answer = '', back } = dataset
  const publicKey = decoded(await post<Options>(options)) as never
  const credential = await (passkey === 'create'
    ? navigator.credentials.create({ publicKey })
    : navigator.credentials.get({ publicKey }))
  const given = encoded(credential as PublicKeyCredential)
  const { to } = await post<{ readonly to: string }>(answer, { ...given, ...(back && { ke: back }) })
  location.assign(to)
}

for (const offer of document.querySelectorAll<HTMLElement>('[data-passkey]')) {
  const [button, said] = [offer.querySelector('button'), offer.querySelector('[role=status]')]
  if (!button || !said || !('PublicKeyCredential' in window)) continue
  offer.hidden = false
  button.addEventListener('click', async () => {
    button.disabled = true
    said.textContent = ''
    await run(offer).catch(() => {
      said.textContent = offer.dataset.failed ?? ''
    })
    button.disabled = false
  })
}

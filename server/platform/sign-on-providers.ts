/** Where people of a region may sign in with an account they have already: its own OpenID provider. */

export interface SignOnProvider {
  readonly issuer: URL
  readonly client: string
  readonly secret: string
  /** The claim that carries the NIP. */
  readonly claim: string
}

const nameOf = (code: string, part: string) => `PIKET_OIDC_${code.replace('.', '_')}_${part}`
const issuerName = /^PIKET_OIDC_(\d{2}(?:_\d{2})?)_ISSUER$/
const loopback: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * The providers that the environment names, by code of the region: `PIKET_OIDC_64_01_ISSUER` and its kin.
 * @param origin the public address, if there is one: whoever has it is no machine to try things out on
 * @throws when one is incomplete, or would be asked over plain http; the message says what to set
 */
export function signOnProviders(
  environment: Readonly<Record<string, string | undefined>>,
  origin: string | undefined,
): ReadonlyMap<string, SignOnProvider> {
  const codes = Object.entries(environment).flatMap(([name, value]) => {
    const [, code] = issuerName.exec(name) ?? []
    return code && value ? [code.replace('_', '.')] : []
  })
  return new Map(
    codes.map((code) => {
      const get = (part: string) => environment[nameOf(code, part)] || undefined
      const [issuer = '', client, secret] = [get('ISSUER'), get('CLIENT_ID'), get('CLIENT_SECRET')]
      if (client === undefined || secret === undefined) throw new Error(incomplete(code))
      return [
        code,
        { issuer: issuerOf(code, issuer, origin), client, secret, claim: get('NIP_CLAIM') ?? 'nip' },
      ] as const
    }),
  )
}

function issuerOf(code: string, text: string, origin: string | undefined): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isTriedOut = url?.protocol === 'http:' && loopback.has(url.hostname) && origin === undefined
  if (url && (url.protocol === 'https:' || isTriedOut)) return url
  const name = nameOf(code, 'ISSUER')
  throw new Error(
    `${name} ${text} harus alamat https. http hanya untuk mencoba di mesin ini, tanpa PIKET_ORIGIN. / ` +
      `${name} ${text} must be an address with https. http is for trying out on this machine alone, without PIKET_ORIGIN.`,
  )
}

const incomplete = (code: string) =>
  `${nameOf(code, 'ISSUER')} perlu juga ${nameOf(code, 'CLIENT_ID')} dan ${nameOf(code, 'CLIENT_SECRET')}. / ` +
  `${nameOf(code, 'ISSUER')} needs ${nameOf(code, 'CLIENT_ID')} and ${nameOf(code, 'CLIENT_SECRET')} too.`

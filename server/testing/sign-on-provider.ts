/** A real OpenID provider on this machine, which signs in whom a test names, without a form. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'
import type { SignOnProvider } from '#platform/sign-on-providers.ts'

export interface TestProvider extends AsyncDisposable {
  readonly issuer: string
  readonly client: SignOnProvider
  /** The claims of whoever signs in next. */
  claims: { sub: string; nip?: string; amr?: string[] }
  /** Begins to answer; it leads back to these addresses alone. */
  serve(callbacks: readonly string[]): void
}

/** Takes a port first, so that who is to trust the provider can be started before it answers. */
export async function openProvider(): Promise<TestProvider> {
  let answer: ReturnType<Provider['callback']> | undefined
  let provider: Provider
  const server = createServer(async (request, response) => {
    if (!answer) return void response.writeHead(503).end()
    if (!request.url?.startsWith('/interaction/')) return void answer(request, response)
    const { sub, amr } = opened.claims
    const login = { accountId: sub, ...(amr && { amr }) }
    await provider.interactionFinished(request, response, { login }, { mergeWithLastSubmission: false })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const [client, secret] = ['piket', 'rahasia-uji-saja']
  const opened: TestProvider = {
    issuer,
    client: { issuer: new URL(issuer), client, secret, claim: 'nip' },
    claims: { sub: 'x' },
    serve(callbacks) {
      provider = new Provider(issuer, {
        clients: [{ client_id: client, client_secret: secret, redirect_uris: [...callbacks] }],
        claims: { openid: ['sub', 'amr'], profile: ['nip'] },
        cookies: { keys: ['uji'] },
        features: { devInteractions: { enabled: false } },
        interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
        findAccount: (_ctx, sub) => ({ accountId: sub, claims: async () => ({ ...opened.claims, sub }) }),
        async loadExistingGrant({ oidc }) {
          const { accountId } = oidc.session ?? {}
          const grant = new oidc.provider.Grant({ clientId: client, ...(accountId && { accountId }) })
          grant.addOIDCScope('openid profile')
          await grant.save()
          return grant
        },
      })
      answer = provider.callback()
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return opened
}

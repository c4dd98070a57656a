/** Another system on this machine: it takes what is signed as docs/integration.md says, when it is in the mood. */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { installation } from '#platform/installation.ts'

/** The lines of docs/integration.md that a receiver copies. */
const [, example = ''] =
  /```js\n(.*?)```/s.exec(readFileSync(join(installation(), 'docs/integration.md'), 'utf8')) ?? []
type IsOfPiket = (headers: object, body: string, secret: string, now: number) => boolean

/** Starts it. `state.statuses` answers what comes next, one each; afterwards what is signed is taken. */
export async function startWebhookReceiver(now: () => number) {
  const state: { secret: string; statuses: number[] } = { secret: '', statuses: [] }
  const { isOfPiket }: { readonly isOfPiket: IsOfPiket } = await import(
    `data:text/javascript,${encodeURIComponent(example)}`
  )
  const seen: { readonly delivery: string; readonly holds: boolean; readonly body: string }[] = []
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    const body = Buffer.concat(parts).toString()
    const holds = isOfPiket(request.headers, body, state.secret, now())
    const delivery = request.headers['piket-delivery']
    seen.push({ delivery: `${delivery}`, holds, body })
    response.writeHead(state.statuses.shift() ?? (holds ? 204 : 401)).end()
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/piket`,
    state,
    seen,
    [Symbol.asyncDispose]: () => new Promise<void>((closed) => server.close(() => closed())),
  }
}

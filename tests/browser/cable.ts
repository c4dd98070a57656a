/**
 * The cable between a browser and the server. A test can cut it, as for a phone without a signal, or let it hang, as for
 * one whose network takes everything and answers nothing.
 */
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export interface Cable extends AsyncDisposable {
  readonly address: string
  cut(): void
  hang(): void
  mend(): void
}

/** Lays a cable to an address. A browser that switches itself offline lets its service worker through at times. */
export async function layCable(to: string): Promise<Cable> {
  const target = new URL(to)
  const open = new Set<Socket>()
  let state: 'whole' | 'cut' | 'hung' = 'whole'
  const hold = (socket: Socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket)).on('error', () => socket.destroy())
  }
  const server = createServer((near) => {
    if (state === 'cut') return near.destroy()
    if (state === 'hung') return hold(near)
    const far = connect(Number(target.port), target.hostname)
    hold(near)
    hold(far)
    near.pipe(far).pipe(near)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const pull = () => {
    for (const socket of open) socket.destroy()
  }
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut() {
      state = 'cut'
      pull()
    },
    hang() {
      state = 'hung'
      for (const socket of open) socket.unpipe().pause()
    },
    mend() {
      // What hung does not come back to life; whoever waits has to ask again.
      if (state === 'hung') pull()
      state = 'whole'
    },
    async [Symbol.asyncDispose]() {
      pull()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

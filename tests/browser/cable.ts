/** The cable between a browser and the server, which a test can cut: what a phone without a signal sees. */
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export interface Cable extends AsyncDisposable {
  readonly address: string
  cut(): void
  mend(): void
}

/** Lays a cable to an address. A browser that switches itself offline lets its service worker through at times. */
export async function layCable(to: string): Promise<Cable> {
  const target = new URL(to)
  const open = new Set<Socket>()
  let isCut = false
  const hold = (socket: Socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket)).on('error', () => socket.destroy())
  }
  const server = createServer((near) => {
    if (isCut) return near.destroy()
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
      isCut = true
      pull()
    },
    mend() {
      isCut = false
    },
    async [Symbol.asyncDispose]() {
      pull()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

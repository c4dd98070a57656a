import { once } from 'node:events'
import { createServer, type RequestListener, type ServerResponse } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import { addPhone } from '../testing/phone.ts'
import { morning, serveRegion } from '../testing/served-region.ts'
import { openAdmission } from './admission.ts'

const closing: (() => unknown)[] = []
afterAll(async () => {
  for (const close of closing) await close()
})

/** A server behind a door, whose answers a test gives when it likes. */
async function serve(options: { places: number; atOnce?: number }) {
  const isSlow = ({ url = '' }: { url?: string | undefined }) => url.startsWith('/slow')
  const admission = openAdmission({ isReserved: ({ url }) => url === '/reserved', isSlow, ...options })
  const asked: ServerResponse[] = []
  const handler: RequestListener = (_request, response) => asked.push(response)
  const server = createServer(admission.guard(handler)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  closing.push(
    admission.close,
    () => server.close(),
    () => server.closeAllConnections(),
  )
  const ask = (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${port}${path}`, init)
  const untilAsked = async (count: number) => {
    while (asked.length < count) await pause(1)
  }
  return { admission, asked, ask, untilAsked, port }
}

describe('the door', () => {
  test('turns away who finds no place, shortly, with a time to come back, and keeps places for what is reserved', async () => {
    const { ask, asked, admission, untilAsked } = await serve({ places: 10 })
    const waiting = ['/a', '/b', '/c'].map((path) => ask(path))
    await untilAsked(3)
    const away = await ask('/d')
    expect([away.status, await away.json()]).toEqual([503, expect.objectContaining({ code: 'try-soon', status: 503 })])
    expect(Number(away.headers.get('retry-after'))).toBeGreaterThan(0)
    const page = await ask('/d', { headers: { accept: 'text/html' } })
    expect([page.status, page.headers.get('content-type')]).toEqual([503, 'text/html; charset=utf-8'])
    const reserved = Array.from({ length: 7 }, () => ask('/reserved'))
    await untilAsked(10)
    expect((await ask('/reserved')).status).toBe(503)
    expect(admission.read()).toEqual({
      reserved: { inFlight: 7, admitted: 7, shed: 1 },
      others: { inFlight: 3, admitted: 3, shed: 2 },
    })
    for (const response of asked) response.end('ok')
    expect((await Promise.all([...waiting, ...reserved])).map(({ status }) => status)).toEqual(Array(10).fill(200))
    await pause(20)
    expect(admission.read()).toMatchObject({ reserved: { inFlight: 0 }, others: { inFlight: 0 } })
  })

  test('works on few of the others at once; the next comes when one is done or hangs up, and who left the line is no work', async () => {
    const { ask, asked, admission, untilAsked } = await serve({ places: 100, atOnce: 2 })
    const aborts = Array.from({ length: 6 }, () => new AbortController())
    const answers = aborts.map(({ signal }) =>
      ask('/page', { signal }).then(
        ({ status }) => status,
        () => 0,
      ),
    )
    await untilAsked(2)
    while (admission.read().others.inFlight < 6) await pause(1)
    aborts[5]?.abort()
    while (admission.read().others.inFlight > 5) await pause(1)
    expect(asked.length).toBe(2)
    asked[0]?.end()
    await untilAsked(3)
    asked[1]?.destroy()
    await untilAsked(4)
    for (let next = 2; next < 5; next++) {
      await untilAsked(next + 1)
      asked[next]?.end()
    }
    expect((await Promise.all(answers)).toSorted()).toEqual([0, 0, 200, 200, 200, 200])
    expect(asked.length).toBe(5)
    await pause(20)
    expect(admission.read().others.inFlight).toBe(0)
  })

  test('works on two at once of what takes long, which keeps nobody else waiting', async () => {
    const { ask, asked, admission, untilAsked } = await serve({ places: 100, atOnce: 3 })
    const slow = Array.from({ length: 5 }, (_, number) => ask(`/slow/${number}`))
    while (admission.read().others.inFlight < 5) await pause(1)
    expect(asked.length).toBe(2)
    const pages = [ask('/a'), ask('/b'), ask('/c')]
    await untilAsked(5)
    for (let next = 0; next < 8; next++) {
      await untilAsked(next + 1)
      asked[next]?.end()
    }
    expect((await Promise.all([...slow, ...pages])).map(({ status }) => status)).toEqual(Array(8).fill(200))
  })

  const blockLoop = async () => {
    await pause(150)
    const until = performance.now() + 900
    while (performance.now() < until);
    await pause(0)
  }

  test('turns the others away while the loop is late and a line has formed, and not what is reserved', async () => {
    const { ask, asked, untilAsked } = await serve({ places: 20, atOnce: 2 })
    const waiting = [ask('/a'), ask('/b')]
    await untilAsked(2)
    await blockLoop()
    const [others, reserved] = [ask('/page'), ask('/reserved')]
    await untilAsked(3)
    asked[2]?.end()
    expect([(await others).status, (await reserved).status]).toEqual([503, 200])
    asked[0]?.end()
    asked[1]?.end()
    expect((await Promise.all(waiting)).map(({ status }) => status)).toEqual([200, 200])
  })

  test('turns nobody away for one slow answer: after the first look at a large region the next page opens', async () => {
    const { ask, asked, untilAsked } = await serve({ places: 20, atOnce: 2 })
    await blockLoop()
    const page = ask('/page')
    await untilAsked(1)
    asked[0]?.end()
    expect((await page).status).toBe(200)
  })

  test('ends the connection of a long upload that it does not read', async () => {
    const { ask, untilAsked } = await serve({ places: 3 })
    void ask('/a').catch(() => {})
    await untilAsked(1)
    const away = await ask('/b', { method: 'POST', body: 'x'.repeat(100_000) })
    expect([away.status, away.headers.get('connection')]).toEqual([503, 'close'])
  })
})

describe('the product behind it', async () => {
  const served = await serveRegion()
  closing.push(() => served[Symbol.asyncDispose]())
  const phone = await addPhone(served.database.owner, { region: '63.98', employee: 'a1', since: morning })
  await served.app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = served.app.server.address() as AddressInfo
  const cookie = Object.entries(phone.cookies).map((pair) => pair.join('='))
  const requestText = () => {
    const body = JSON.stringify(phone.tap(morning))
    const head = ['POST /api/v1/regions/63.98/check-ins HTTP/1.1', 'host: x', `cookie: ${cookie}`]
    return `${[...head, 'content-type: application/json', `content-length: ${body.length}`].join('\r\n')}\r\n\r\n${body}`
  }
  const open = async (): Promise<Socket> => {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => {})
    await once(socket, 'connect')
    return socket
  }

  test('two thousand who hang up in every phase leave nothing behind, and a hundred others are served', async () => {
    const text = requestText()
    const phases = [0, 40, text.indexOf('\r\n\r\n') + 100, text.length, text.length]
    for (let round = 0; round < 20; round++)
      await Promise.all(
        Array.from({ length: 100 }, async (_, number) => {
          const phase = number % phases.length
          const socket = await open()
          socket.write((phase < 3 ? text : requestText()).slice(0, phases[phase]))
          if (phase !== 3) await pause(number % 7)
          socket.resetAndDestroy()
        }),
      )
    const answers = await Promise.all(
      Array.from({ length: 100 }, () =>
        fetch(`http://127.0.0.1:${port}/api/v1/regions/63.98/check-ins`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', cookie: String(cookie) },
          body: JSON.stringify(phone.tap(morning)),
        }),
      ),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
    await pause(100)
    expect(served.app.admission.read()).toMatchObject({ reserved: { inFlight: 0 }, others: { inFlight: 0 } })
    await served.app.grader.done()
    const { rows } = await sql`
      select from pg_stat_activity where datname = current_database() and state <> 'idle' and pid <> pg_backend_pid()`.execute(
      served.database.owner,
    )
    expect(rows).toEqual([])
  }, 60_000)

  test('answers a public page while forty rosters are still being lined up', async () => {
    const ask = (path: string) =>
      fetch(`http://127.0.0.1:${port}/sungai-uji/${path}`, { headers: { cookie: String(cookie) } })
    await ask('layanan')
    let done = 0
    const rosters = Array.from({ length: 40 }, async (_, minute) => {
      const { status } = await ask(`jadwal/dinas-a?per=2021-07-20T10:${minute + 10}`)
      done++
      return status
    })
    while (done + served.app.admission.read().others.inFlight < 40) await pause(1)
    const before = done
    expect((await ask('layanan')).status).toBe(200)
    expect(done - before).toBeLessThan(10)
    expect(new Set(await Promise.all(rosters))).toEqual(new Set([200]))
  })

  test('slow headers and slow bodies are closed, and others are served meanwhile', async () => {
    const begun = performance.now()
    const slow = async (text: string) => {
      const socket = await open()
      socket.resume()
      const drip = setInterval(() => socket.write('x'), 500)
      socket.write(text)
      await once(socket, 'close')
      clearInterval(drip)
      return (performance.now() - begun) / 1000
    }
    const headers = Promise.all(Array.from({ length: 50 }, () => slow('GET / HTTP/1.1\r\nhost: x\r\nx-slow: ')))
    const bodies = slow(
      `${requestText()
        .split('\r\n\r\n')[0]
        ?.replace(/length: \d+/, 'length: 8000')}\r\n\r\n`,
    )
    expect((await fetch(`http://127.0.0.1:${port}/api/v1/health`)).status).toBe(200)
    expect(Math.max(...(await headers))).toBeLessThan(8)
    expect(await bodies).toBeLessThan(13)
  }, 30_000)

  test.each([
    ['reserved', 'POST', '/check-ins'],
    ['reserved', 'POST', '/session/challenge'],
    ['reserved', 'POST', '/session/renewal'],
    ['reserved', 'POST', '/session/renewal?again'],
    ['reserved', 'GET', '/time?device=none'],
    ['others', 'POST', '/session'],
    ['others', 'POST', '/session/renewal/more'],
    ['others', 'POST', '/reports'],
    ['others', 'GET', '/employees?search=/time'],
  ] as const)('finds a place among the %s for %s %s', async (pool, method, path) => {
    served.app.admission.read()
    await fetch(`http://127.0.0.1:${port}/api/v1/regions/63.98${path}`, { method })
    const { reserved, others } = served.app.admission.read()
    const admitted = { reserved: reserved.admitted, others: others.admitted }
    expect(admitted).toEqual({ reserved: 0, others: 0, [pool]: 1 })
  })
})

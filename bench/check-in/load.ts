/** A load client that costs little: requests are made beforehand, and answers are read for their status only. */
import { randomUUID, sign } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import { type CheckInRecord, signedText } from '@piket/domain/attendance/check-in-record.ts'
import type { Day } from '@piket/domain/calendar/day.ts'
import { region, type Sender, today } from './region.ts'

/** A check-in of a person as a browser sends it, ready to be written. */
export function requestOf({ employee, device, token, privateKey }: Sender, now = Date.now()): Buffer {
  const record: CheckInRecord = {
    v: 1,
    id: randomUUID(),
    region,
    person: employee,
    device,
    seq: 1,
    kind: 'in',
    day: today() as Day,
    place: 'office',
    window: null,
    tappedWall: now,
    tappedMono: 61_234.5,
    session: '7f9c24e8-3b12-4d0e-9c5e-0e2b8f5d1a34',
    anchor: {
      serverTime: now - 60_000,
      mono: 1234.5,
      wall: now - 59_900,
      session: '7f9c24e8-3b12-4d0e-9c5e-0e2b8f5d1a34',
      sig: 'b'.repeat(64),
    },
    position: { latitude: -1.912, longitude: 116.187, accuracy: 18.2, age: 812, imprint: 31_337 },
    officeCode: null,
    recall: null,
    prev: 'a'.repeat(64),
    note: '',
  }
  const sig = sign('sha256', Buffer.from(signedText(record)), { key: privateKey, dsaEncoding: 'ieee-p1363' })
  const body = JSON.stringify({
    record,
    sig: sig.toString('base64url'),
    sentMono: record.tappedMono + 200,
    sentWall: now + 200,
    sentSession: record.session,
  })
  const head = [
    `POST /api/v1/regions/${region}/check-ins HTTP/1.1`,
    'host: 127.0.0.1',
    'user-agent: Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Mobile Safari/537.36',
    'accept: */*',
    'accept-encoding: gzip, deflate, br',
    'accept-language: id-ID,id;q=0.9',
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
    `cookie: piket=${token}; bahasa=id`,
  ]
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`)
}

/** A connection on which one request is under way at most. */
export interface Line {
  /** The status of the answer; 0: the connection ended without one. */
  ask(request: Buffer): Promise<number>
  close(): void
}

export async function openLine(port: number): Promise<Line> {
  const socket: Socket = connect({ host: '127.0.0.1', port, noDelay: true })
  let waiting: ((status: number) => void) | undefined
  let heard = ''
  const answer = (status: number) => {
    heard = ''
    const answered = waiting
    waiting = undefined
    answered?.(status)
  }
  socket.on('data', (chunk) => {
    heard += chunk.toString('latin1')
    const end = heard.indexOf('\r\n\r\n')
    if (end < 0) return
    const length = Number(/content-length: (\d+)/i.exec(heard)?.[1] ?? 0)
    if (heard.length >= end + 4 + length) answer(Number(heard.slice(9, 12)))
  })
  socket.on('error', () => {})
  socket.on('close', () => answer(0))
  await new Promise((resolve) => socket.once('connect', resolve).once('close', resolve))
  return {
    ask: (request) =>
      new Promise((resolve) => {
        if (socket.destroyed) return resolve(0)
        waiting = resolve
        socket.write(request)
      }),
    close: () => socket.destroy(),
  }
}

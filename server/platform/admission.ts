/**
 * Lets in as many requests as can be answered in time, and turns the rest away before anything of them is read: who is
 * told to come back in a moment is better off than who waits in vain, and so is everybody else.
 */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { problem, refusals } from './refusal.ts'

export interface AdmissionOptions {
  /** What has places of its own, whatever else is asked for: check-ins. */
  readonly isReserved: (request: IncomingMessage) => boolean
  /** What takes long to answer: it waits in a line of its own, where it is in nobody else's way. Default: nothing */
  readonly isSlow?: (request: IncomingMessage) => boolean
  /** Requests under way at once; seven of ten places are for what is reserved. */
  readonly places?: number
  /** Of the others, so many are worked on at once, so that a turn of the event loop stays short; more wait in line. */
  readonly atOnce?: number
}

/** So many of what takes long are worked on at once: while one asks the database, another computes. */
const slowAtOnce = 2

interface Line {
  readonly atOnce: number
  working: number
  readonly waiting: (() => void)[]
}

interface Pool {
  readonly places: number
  /** Under way or waiting in line. */
  inFlight: number
  admitted: number
  shed: number
}

/** Counts since the last reading, and what is under way now. */
export interface Gauge {
  readonly inFlight: number
  readonly admitted: number
  readonly shed: number
}

const reservedShare = 0.7
/** The loop is late by more than this while a line waits: others than the reserved would only make it worse. */
const mostLag = 500
const lagEvery = 100

export function openAdmission({ isReserved, isSlow = () => false, places = 1000, atOnce = 16 }: AdmissionOptions) {
  const reserved = poolOf(Math.round(places * reservedShare))
  const others = poolOf(Math.round(places * (1 - reservedShare)))
  const [direct, usual, slow] = [lineOf(Number.POSITIVE_INFINITY), lineOf(atOnce), lineOf(slowAtOnce)]
  let lag = 0
  let due = performance.now() + lagEvery
  const pulse = setInterval(() => {
    lag = performance.now() - due
    due = performance.now() + lagEvery
  }, lagEvery).unref()

  const read = (pool: Pool): Gauge => {
    const { inFlight, admitted, shed } = pool
    pool.admitted = 0
    pool.shed = 0
    return { inFlight, admitted, shed }
  }

  return {
    /** The handler of a server, behind the door. */
    guard:
      (handler: RequestListener): RequestListener =>
      (request, response) => {
        const pool = isReserved(request) ? reserved : others
        const line = pool === reserved ? direct : isSlow(request) ? slow : usual
        // One slow answer makes the loop late and is no crowd: a line is.
        const isLate = pool === others && lag > mostLag && line.working + line.waiting.length >= atOnce
        if (pool.inFlight >= pool.places || isLate) {
          pool.shed++
          return turnAway(request, response)
        }
        enter(pool, line, response, () => handler(request, response))
      },
    /** Reads the counts and begins them anew. */
    read: () => ({ reserved: read(reserved), others: read(others) }),
    close: () => clearInterval(pulse),
  }
}

export type Admission = ReturnType<typeof openAdmission>

const poolOf = (places: number): Pool => ({ places, inFlight: 0, admitted: 0, shed: 0 })
const lineOf = (atOnce: number): Line => ({ atOnce, working: 0, waiting: [] })

/** The place is free again when the connection says so, answered or not: a hook of the framework misses who hangs up. */
function enter(pool: Pool, line: Line, response: ServerResponse, work: () => void) {
  let isWorking = false
  const begin = () => {
    isWorking = true
    line.working++
    work()
  }
  pool.inFlight++
  pool.admitted++
  response.once('close', () => {
    pool.inFlight--
    if (!isWorking) line.waiting.splice(line.waiting.indexOf(begin), 1)
    else {
      line.working--
      line.waiting.shift()?.()
    }
  })
  if (line.working < line.atOnce) begin()
  else line.waiting.push(begin)
}

/** So many seconds later, spread so that those turned away do not come back as one. */
const [soonest, spread] = [2, 6]
let turnedAway = 0

const busy = Buffer.from(JSON.stringify(problem({ refused: 'try-soon' })))
const busyPage = pageOf(refusals['try-soon'])

/** A body longer than this is not read for the sake of the connection. */
const shortBody = 64 * 1024

function turnAway({ headers }: IncomingMessage, response: ServerResponse) {
  const isPage = headers.accept?.includes('text/html') ?? false
  const body = isPage ? busyPage : busy
  const isLong = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > shortBody
  response.writeHead(503, {
    'content-type': isPage ? 'text/html; charset=utf-8' : 'application/problem+json',
    'content-length': body.length,
    'retry-after': String(soonest + (turnedAway++ % spread)),
    'cache-control': 'no-store',
    ...(isLong && { connection: 'close' }),
  })
  response.end(body)
}

function pageOf({ meaning, fix }: (typeof refusals)['try-soon']): Buffer {
  const sentence = (language: 'id' | 'en') => `<p lang="${language}">${meaning[language]} ${fix[language]}</p>`
  return Buffer.from(
    `<!doctype html><html lang="id"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
      `<meta http-equiv="refresh" content="5"><title>Piket</title>${sentence('id')}${sentence('en')}</html>`,
  )
}

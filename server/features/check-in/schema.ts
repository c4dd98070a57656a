import { z } from 'zod'

/**
 * A record as the phone signed it, and the clocks of the phone when it was sent. What a record holds, and of which form
 * and size, is read by the domain: `domain/attendance/read-check-in.ts`.
 */
export const DeliveryIn = z.object({
  record: z.looseObject({}),
  /** ECDSA P-256 over the canonical JSON of the record, IEEE P1363, in base64. */
  sig: z.string(),
  sentMono: z.number(),
  sentWall: z.number(),
  sentSession: z.string(),
})

const anchor = z.object({
  /** Time of the server, in milliseconds since 1970. */
  serverTime: z.number(),
  sig: z.string(),
})

/** That a check-in was kept. The same record sent again gets the same answer. */
export const CheckInOut = z.object({
  id: z.string(),
  received: z.string(),
  anchor,
  /** Of an answer to a recall that was cancelled meanwhile: why. The answer is kept, and nobody needs to come. */
  cancelled: z.string().optional(),
})

/** A time of the server, signed for a device. */
export const TimeOut = anchor

export const TimeQuery = z.object({ device: z.uuid() })

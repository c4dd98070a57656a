import { createHmac } from 'node:crypto'
import type { Hash } from '@piket/domain/decision/receipt.ts'

/** A hash that only the holder of the key can compute: HMAC-SHA-256 of a text in UTF-8, as 64 hexadecimal digits. */
export const sealWith =
  (key: Buffer): Hash =>
  (text) =>
    createHmac('sha256', key).update(text, 'utf8').digest('hex')

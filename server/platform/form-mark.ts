/** Marks of forms that anybody may send: a form shows by it that it was given out here, and when. Nothing of it is kept. */
import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { Hash } from '@piket/domain/decision/receipt.ts'

export interface FormMark {
  /** When the form was given out, in milliseconds. */
  readonly at: number
  /** Which no other form has. */
  readonly secret: string
}

export const newMark = (at: number): FormMark => ({ at, secret: randomBytes(16).toString('base64url') })

/** A mark as its form carries it. @param seal with the key of the region, so that a mark is good in no other one */
export function markText(seal: Hash, { at, secret }: FormMark): string {
  const open = `${at.toString(36)}.${secret}`
  return `${open}.${seal(`form ${open}`)}`
}

/** The mark that a form carries; undefined: it was not given out here. */
export function markIn(seal: Hash, text: string): FormMark | undefined {
  const [at = '', secret = ''] = text.split('.')
  const mark = { at: Number.parseInt(at, 36), secret }
  if (!Number.isSafeInteger(mark.at) || !/^[\w-]{22}$/.test(secret)) return undefined
  const [given, own] = [Buffer.from(text), Buffer.from(markText(seal, mark))]
  return given.length === own.length && timingSafeEqual(given, own) ? mark : undefined
}

/** Nobody writes a form faster. */
const leastToFill = 3000
const openFor = 12 * 3_600_000

/** Whether a form comes when people send it. */
export const markAge = ({ at }: FormMark, now: number): 'too-fast' | 'fit' | 'old' =>
  now < at + leastToFill ? 'too-fast' : now < at + openFor ? 'fit' : 'old'

import { z } from 'zod'
import { RegionParams } from '../region/schema.ts'

/** Kinds of events, as the table of events names them, that other systems can be told of. None is about health. */
export const webhookKinds = [
  'return-stated',
  'recall-ordered',
  'recall-arrived',
  'recall-settled',
  'recall-cancelled',
  'permit-granted',
  'permit-refused',
  'permit-revoked',
  'correction-decided',
  'draft-begun',
  'draft-dropped',
  'circular-filed',
  'circular-signed',
  'circular-extended',
  'circular-replaced',
  'circular-revoked',
  'question-answered',
  'event-declared',
  'event-ended',
  'status-set',
  'rosters-published',
] as const
export type WebhookKind = (typeof webhookKinds)[number]

/** A form sends one box as a text, and several as a list. */
const several = <Item extends z.ZodType>(item: Item) =>
  z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(item))

export const MakeForm = z.object({
  /** Made with the form: sent twice, it is one. */
  nomor: z.uuid(),
  alamat: z.string().trim().max(500).default(''),
  kejadian: several(z.enum(webhookKinds)),
})

export const WebhookParams = RegionParams.extend({ webhook: z.uuid() })

import { type ChannelKind, channelKinds } from '@piket/domain/service/channel.ts'
import { z } from 'zod'
import { nameOfAtMost, UnitParams } from '../region/schema.ts'

export { UnitParams }

export const ChannelParams = UnitParams.extend({ channel: z.uuid() })

export const ChannelForm = z.object({
  nomor: z.uuid(),
  unit: nameOfAtMost(120).default(''),
  jenis: z.enum(Object.keys(channelKinds) as [ChannelKind, ...ChannelKind[]]),
  alamat: nameOfAtMost(200).default(''),
})

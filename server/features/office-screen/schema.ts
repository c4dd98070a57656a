import { z } from 'zod'
import { nameOfAtMost, RegionParams, UnitParams } from '../region/schema.ts'

export const ScreenParams = RegionParams.extend({ token: nameOfAtMost(80) })
export const OpenForm = z.object({ nomor: z.uuid(), nama: nameOfAtMost(60).min(1) })
export const CloseParams = UnitParams.extend({ screen: z.uuid() })

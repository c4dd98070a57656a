import { nameOfAtMost, RegionParams } from '../region/schema.ts'

export { DraftParams } from '../draft/schema.ts'

export const CircularParams = RegionParams.extend({ circular: nameOfAtMost(120) })

import { z } from 'zod'
import { DayOfPage, nameOfAtMost, UnitParams } from '../region/schema.ts'

export { UnitParams }

/** The choices, as they stand in an address. */
export const strengthsAsked = { lemah: 'weak', sedang: 'medium', kuat: 'strong' } as const

export const OutbreakQuery = DayOfPage.extend({
  unit: nameOfAtMost(120).optional(),
  daya: z.enum(Object.keys(strengthsAsked) as (keyof typeof strengthsAsked)[]).default('sedang'),
})

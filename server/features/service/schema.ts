import { z } from 'zod'
import { DayOfApi, DayOfPage, partOfName, UnitParams } from '../region/schema.ts'

export { UnitParams }

/** A district by its code, `64.01.05`. */
const district = z.string().regex(/^\d{2}(\.\d{2}){2}$/)

export const ServicesQuery = DayOfPage.extend({ cari: partOfName.default(''), kecamatan: district.optional() })
export const ServicesAsked = DayOfApi.extend({ search: partOfName.optional(), district: district.optional() })
export const UnitQuery = DayOfPage.pick({ bahasa: true })

export const ServicesOut = z.object({
  date: z.string(),
  /** As known when: a day that is over is shown as it was known at its end. */
  known: z.string(),
  is_past: z.boolean(),
  /** What the day is for offices that work five days. */
  kind: z.string(),
  units: z.array(
    z.object({
      unit: z.string(),
      name: z.string(),
      /** Name of the agency it belongs to; null: it is one. */
      within: z.string().nullable(),
      /** Code of the district that the unit is named after; null: none. */
      district: z.string().nullable(),
      services: z.array(
        z.object({
          circular: z.string(),
          clause: z.string(),
          public: z.string(),
          hours: z.string().nullable(),
          protocol: z.string().nullable(),
        }),
      ),
      /** How the unit is reached without coming: numbers and addresses of the office. */
      channels: z.array(z.object({ kind: z.string(), address: z.string() })),
    }),
  ),
  /** What is asked of the public. */
  asked: z.array(z.object({ circular: z.string(), clause: z.string(), do: z.string(), force: z.string() })),
  /** Today and the six days after it; none where the day is over. */
  ahead: z.array(
    z.object({
      date: z.string(),
      kind: z.string(),
      open: z.number(),
      limited: z.number(),
      closed: z.number(),
    }),
  ),
})

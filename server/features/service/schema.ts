import { z } from 'zod'

export const ServicesOut = z.object({
  date: z.string(),
  /** What the day is for offices that work five days. */
  kind: z.string(),
  units: z.array(
    z.object({
      unit: z.string(),
      name: z.string(),
      services: z.array(
        z.object({
          circular: z.string(),
          clause: z.string(),
          public: z.string(),
          hours: z.string().nullable(),
          protocol: z.string().nullable(),
        }),
      ),
    }),
  ),
})

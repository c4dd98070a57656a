import { z } from 'zod'

/** `partial`: some days cannot be met and are left without turns; `infeasible`: none of the days can. */
export const RosterStatus = z.enum(['exact', 'bounded', 'partial', 'infeasible'])

export const RostersOut = z.array(
  z.object({
    unit: z.string(),
    from: z.string(),
    until: z.string(),
    version: z.int(),
    status: RosterStatus,
    published: z.string(),
  }),
)

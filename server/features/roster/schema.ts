import { z } from 'zod'

export const RostersOut = z.array(
  z.object({
    unit: z.string(),
    from: z.string(),
    until: z.string(),
    version: z.int(),
    status: z.enum(['exact', 'bounded', 'infeasible']),
    published: z.string(),
  }),
)

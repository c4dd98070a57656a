import { z } from 'zod'
import { RegionParams } from '../region/schema.ts'

export { RegionParams }

export const TemplatesOut = z.object({
  templates: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      kind: z.string(),
      /** Without numbers and names; otherwise the document of a region, as it was told. */
      frame: z.boolean(),
    }),
  ),
})

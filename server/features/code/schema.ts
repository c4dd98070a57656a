import { z } from 'zod'
import { nameOfAtMost } from '../region/schema.ts'

export const CodeParams = z.object({ code: nameOfAtMost(60) })

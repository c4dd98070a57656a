import { type TargetGroup, targetGroups } from '@piket/domain/situation/target-groups.ts'
import { z } from 'zod'
import { countTyped, DayOfApi, DayOfPage, day, pageNumber, RegionParams } from '../region/schema.ts'
import { wordsOfAtMost } from '../report/schema.ts'

export { DayOfApi, DayOfPage, RegionParams }

const groups = Object.keys(targetGroups) as [TargetGroup, ...TargetGroup[]]

export const StatementsQuery = z.object({ hal: pageNumber, bahasa: z.enum(['id', 'en']).optional() })

/** More people than any region has. */
const number = countTyped(100_000_000)

/** The form of a statement, in its own words. `kecamatan`: a line for each. */
export const CoverageForm = z.object({
  nomor: z.uuid(),
  hari: day,
  kelompok: z.enum(groups),
  sasaran: number,
  dosis1: number,
  dosis2: number,
  kecamatan: wordsOfAtMost(10_000).default(''),
  lebih: z.literal('ya').optional(),
  sumber: wordsOfAtMost(300).default(''),
  alasan: wordsOfAtMost(300).default(''),
})

const dose = z.number().nullable().optional().describe('null: not given yet; absent: too few people to be told')
const figures = { target: z.number(), first: dose, second: dose }

export const CoverageOut = z.object({
  date: z.string(),
  groups: z.array(
    z.object({
      group: z.enum(groups),
      day: z.string().describe('The day the figures are of'),
      ...figures,
      source: z.string(),
      districts: z
        .object({
          day: z.string().describe('It may be an earlier one than that of the whole'),
          rows: z.array(
            z.object({
              districts: z.array(z.object({ code: z.string(), name: z.string() })).describe('Several: told as one sum'),
              ...figures,
            }),
          ),
        })
        .nullable()
        .describe('null: not broken down'),
    }),
  ),
})

import { machinePermissions } from '@piket/domain/access/permission.ts'
import { z } from 'zod'
import { nameOfAtMost, RegionParams, wholeNumber } from '../region/schema.ts'

const Permission = z.enum(machinePermissions as [(typeof machinePermissions)[number], ...typeof machinePermissions])

/** A token that nobody renews in a year serves nobody. */
export const longestDays = 366

/** A form sends one box as a text, and several as a list. */
const several = <Item extends z.ZodType>(item: Item) =>
  z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(item))

export const MakeForm = z.object({
  /** Made with the form: sent twice, it is one. */
  nomor: z.uuid(),
  nama: nameOfAtMost(80).default(''),
  izin: several(Permission),
  hari: wholeNumber(1, longestDays).catch(0),
})

export const MachineParams = RegionParams.extend({ machine: z.uuid() })

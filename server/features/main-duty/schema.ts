import { z } from 'zod'
import { nameOfAtMost, RegionParams, wholeNumber } from '../region/schema.ts'

export { RegionParams }

const said = (length: number) => nameOfAtMost(length).transform((text) => text.trim())

export const AddForm = z.object({
  jabatan: said(120).pipe(z.string().min(1)),
  tugas: said(200).pipe(z.string().min(1)),
  satuan: said(40).default(''),
  /** Empty: every agency. */
  opd: nameOfAtMost(120).default(''),
})

export const WithdrawForm = z.object({ nomor: wholeNumber(1, Number.MAX_SAFE_INTEGER) })

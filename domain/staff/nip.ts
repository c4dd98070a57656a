/**
 * The rules of the employee number. Which one applies comes from the employment, never from the digits.
 * Source: Perka BKN 22/2007 for NIP; the NI PPPK holds a year of contract and two free digits where a NIP holds a month.
 */
import { isDay } from '../calendar/day.ts'
import { error, type Finding, warning } from './cell.ts'
import type { EmployeeRecord } from './facts.ts'

const youngestAppointment = 17

/** What is wrong or odd with the number of a record. */
export function nipFindings({ nip, employment, birth, sex }: EmployeeRecord): Finding[] {
  const civilServant = employment === 'pns' || employment === 'cpns'
  const contract = employment === 'pppk' || employment === 'pppk_part_time'
  if (nip === null) return civilServant || employment === 'pppk' ? [missing] : []
  if (!civilServant && !contract) return [notNeeded]
  if (/^\d{9}$/.test(nip)) return [oldNumber]
  const broken = ruleBroken(nip, civilServant)
  if (broken) return [broken]
  return [...(birth !== null && dashed(nip) !== birth ? [otherBirth] : []), ...(agreesOn(nip, sex) ? [] : [otherSex])]
}

function ruleBroken(nip: string, civilServant: boolean): Finding | undefined {
  if (!/^\d{18}$/.test(nip)) return wrong('harus 18 digit', 'must have 18 digits')
  if (!isDay(dashed(nip))) return wrong('digit 1-8 bukan tanggal lahir', 'digits 1-8 are not a date of birth')
  if (civilServant && !/^(0[1-9]|1[0-2])$/.test(nip.slice(12, 14))) {
    return wrong('digit 13-14 bukan bulan pengangkatan', 'digits 13-14 are not a month of appointment')
  }
  if (!/^(19|20)\d{2}$/.test(nip.slice(8, 12))) return wrong('digit 9-12 bukan tahun', 'digits 9-12 are not a year')
  if (civilServant && monthsBetween(nip.slice(0, 6), nip.slice(8, 14)) < youngestAppointment * 12) {
    return wrong('pengangkatan sebelum umur 17 tahun', 'the appointment lies before the age of 17')
  }
  if (!/[12]/.test(nip.charAt(14))) return wrong('digit 15 bukan 1 atau 2', 'digit 15 is neither 1 nor 2')
  if (nip.slice(15) === '000') return wrong('digit 16-18 mulai dari 001', 'digits 16-18 start from 001')
  return undefined
}

const dashed = (nip: string) => `${nip.slice(0, 4)}-${nip.slice(4, 6)}-${nip.slice(6, 8)}`
const agreesOn = (nip: string, sex: EmployeeRecord['sex']) =>
  sex === null || nip.charAt(14) === (sex === 'm' ? '1' : '2')
const monthsBetween = (from: string, to: string) =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(4)) - Number(from.slice(4))

const wrong = (id: string, en: string) =>
  error(
    'PKT-801',
    { id: `NIP ${id}.`, en: `The NIP ${en}.` },
    { id: 'Cocokkan dengan surat keputusan pengangkatan.', en: 'Compare it with the decree of appointment.' },
  )
const missing = error(
  'PKT-801',
  { id: 'NIP wajib untuk PNS, CPNS dan PPPK.', en: 'PNS, CPNS and PPPK need a NIP.' },
  { id: 'Isi NIP, atau betulkan status pegawai.', en: 'Fill in the NIP, or correct the employment.' },
)
const notNeeded = warning(
  'PKT-803',
  { id: 'Pegawai ini tidak memerlukan NIP.', en: 'This employment has no NIP.' },
  { id: 'Kosongkan NIP, atau betulkan status pegawai.', en: 'Leave the NIP blank, or correct the employment.' },
)
const oldNumber = warning(
  'PKT-803',
  { id: 'NIP lama dengan sembilan digit.', en: 'An old NIP of nine digits.' },
  { id: 'Ganti dengan NIP 18 digit bila ada.', en: 'Replace it by the NIP of 18 digits where there is one.' },
)
const otherBirth = warning(
  'PKT-802',
  { id: 'Tanggal lahir dalam NIP berbeda dari kolom tanggal lahir.', en: 'The NIP carries another date of birth.' },
  {
    id: 'Betulkan salah satunya; aturan umur memakai kolom tanggal lahir.',
    en: 'Correct one of them; rules by age use the column.',
  },
)
const otherSex = warning(
  'PKT-802',
  { id: 'Jenis kelamin dalam NIP berbeda dari kolom jenis kelamin.', en: 'The NIP carries another sex.' },
  { id: 'Betulkan salah satunya.', en: 'Correct one of them.' },
)

/** What a new password must be. Profiles: NIST SP 800-63B-4 (length, no easy ones) and the practice asked for by BSSN. */
import type { Bilingual } from '../messages/problem.ts'

export const passwordProfiles = ['nist', 'bssn'] as const
export type PasswordProfile = (typeof passwordProfiles)[number]

/** Characters, not bytes: NIST SP 800-63B-4, section 3.1.1. */
const leastLength = 15

/** What a profile asks of whoever chooses a password. */
export const passwordProfileWords: Readonly<Record<PasswordProfile, Bilingual>> = {
  nist: {
    id: `Sedikitnya ${leastLength} karakter. Beberapa kata acak mudah diingat.`,
    en: `At least ${leastLength} characters. A few random words are easy to remember.`,
  },
  bssn: {
    id: `Sedikitnya ${leastLength} karakter, dengan huruf besar, huruf kecil, angka dan tanda baca.`,
    en: `At least ${leastLength} characters, with capital and small letters, digits and signs.`,
  },
}

/** A bound for hashing, above what 800-63B-4 asks to allow (64). */
const mostLength = 200
/** A password that says nothing but these words, digits and signs is found first. */
const commonWords = [
  'password',
  'passw0rd',
  'katasandi',
  'sandi',
  'rahasia',
  'indonesia',
  'bismillah',
  'qwerty',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'admin',
  'administrator',
  'welcome',
  'selamat',
  'datang',
  'sayang',
  'merdeka',
  'pegawai',
  'negeri',
  'sipil',
  'kabupaten',
  'pemkab',
  'bupati',
  'dinas',
  'piket',
  'iloveyou',
  'akucintakamu',
  'abcdefghijklmnopqrstuvwxyz',
]

/** What is known of the person and must not be the password. */
export interface KnownOfPerson {
  readonly login: string
  readonly name: string
  /** `1985-03-02` */
  readonly birth: string | null
}

export type PasswordFault = 'too-short' | 'too-long' | 'easy' | 'about-you' | 'not-mixed'

export const passwordFaultWords: Readonly<Record<PasswordFault, Bilingual>> = {
  'too-short': {
    id: `Kata sandi sedikitnya ${leastLength} karakter; beberapa kata acak mudah diingat.`,
    en: `A password has at least ${leastLength} characters; a few random words are easy to remember.`,
  },
  'too-long': {
    id: `Kata sandi paling banyak ${mostLength} karakter.`,
    en: `A password has at most ${mostLength} characters.`,
  },
  easy: {
    id: 'Kata sandi ini termasuk yang pertama dicoba orang. Pilih kata-kata yang tidak lazim bersama.',
    en: 'This password is among the first that people try. Choose words that do not go together.',
  },
  'about-you': {
    id: 'Kata sandi memuat NIP, tanggal lahir atau nama Anda. Pilih yang tidak diketahui rekan.',
    en: 'The password holds your number, birth date or name. Choose what colleagues do not know.',
  },
  'not-mixed': {
    id: 'Daerah ini meminta huruf besar, huruf kecil, angka dan tanda baca.',
    en: 'This region asks for capital and small letters, digits and signs.',
  },
}

/** What is wrong with a password that somebody chooses; undefined: nothing. */
export function passwordFault(
  password: string,
  profile: PasswordProfile,
  person: KnownOfPerson,
): PasswordFault | undefined {
  const length = [...password].length
  if (length < leastLength) return 'too-short'
  if (length > mostLength) return 'too-long'
  const plain = password.normalize('NFKC').toLowerCase()
  if (isAbout(plain, person)) return 'about-you'
  if (isEasy(plain)) return 'easy'
  const kinds = [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}\s]/u]
  if (profile === 'bssn' && !kinds.every((kind) => kind.test(password))) return 'not-mixed'
  return undefined
}

function isAbout(plain: string, { login, name, birth }: KnownOfPerson): boolean {
  const digits = plain.replace(/\D/g, '')
  const birthDigits = birth?.replaceAll('-', '')
  const turned = birthDigits && birthDigits.slice(6) + birthDigits.slice(4, 6) + birthDigits.slice(0, 4)
  const known = [login, birthDigits, turned].filter((one) => one !== undefined)
  if (known.some((one) => one.length >= 6 && (plain.includes(one) || digits.includes(one)))) return true
  const letters = lettersOf(plain)
  const names = name.toLowerCase().split(/[^\p{L}]+/u)
  const without = names.filter((one) => one.length >= 3).reduce((text, one) => text.replaceAll(one, ''), letters)
  return without.length < letters.length && without.length < 6
}

/** Nothing is left when common words, digits, signs and repeats are taken away. */
function isEasy(plain: string): boolean {
  if (new Set(plain).size < 6) return true
  const byLength = commonWords.toSorted((a, b) => b.length - a.length)
  const rest = byLength.reduce((text, word) => text.replaceAll(word, ''), plain)
  return lettersOf(rest).length < 4 && !isVaried(rest)
}

/** Digits that are neither few nor in a row: a machine made them. */
const isVaried = (text: string): boolean => {
  const digits = text.replace(/\D/g, '')
  const steps = [...digits].slice(1).map((digit, at) => Number(digit) - Number(digits[at]))
  return digits.length >= 12 && new Set(steps).size >= 6
}

const lettersOf = (text: string): string => text.replace(/[^\p{L}]/gu, '')

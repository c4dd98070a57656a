/** Ways out of Piket to people: the mail server and the services of browsers, as the environment names them. */

export interface MailSettings {
  /** `smtps://name:password@mail.example.go.id`, as nodemailer takes it. */
  readonly url: string
  readonly from: string
}

export interface PushSettings {
  /** Whom a service of browsers may ask about what it is sent (RFC 8292, section 2.1). */
  readonly subject: string
  /** Origins beside those of the known services. */
  readonly origins: readonly string[]
}

/** Undefined: the channel is off. */
export interface Channels {
  readonly mail: MailSettings | undefined
  readonly push: PushSettings | undefined
}

export const noChannels: Channels = { mail: undefined, push: undefined }

/**
 * The channels that `PIKET_SMTP_URL` and `PIKET_MAIL_FROM` name, and push where there is a public address with https:
 * without one browsers take none.
 * @throws when one of the two is missing or no such address; the message says what to set
 */
export function channelsOf(environment: NodeJS.ProcessEnv, origin: string | undefined): Channels {
  const url = environment.PIKET_SMTP_URL || undefined
  const from = environment.PIKET_MAIL_FROM || undefined
  return { mail: mailOf(url, from), push: origin?.startsWith('https:') ? { subject: origin, origins: [] } : undefined }
}

function mailOf(url: string | undefined, from: string | undefined): MailSettings | undefined {
  if (url === undefined && from === undefined) return undefined
  if (url === undefined || !URL.canParse(url) || !/^smtps?:$/.test(new URL(url).protocol)) throw new Error(badUrl)
  if (from === undefined || !isMailAddress(from)) throw new Error(badFrom)
  return { url, from }
}

/** Whether a text may be an address for mail: one at sign, no space, nothing that ends a header. */
export const isMailAddress = (text: string): boolean =>
  text.length <= 200 && /^[^\s@<>(),;:"\\\p{Cc}]+@[^\s@<>(),;:"\\\p{Cc}]+\.[^\s@<>(),;:"\\\p{Cc}]+$/u.test(text)

const badUrl =
  'PIKET_SMTP_URL harus alamat server surel, misalnya smtps://nama:sandi@surel.contoh.go.id. / ' +
  'PIKET_SMTP_URL must be the address of a mail server, for example smtps://name:password@mail.example.go.id.'
const badFrom =
  'PIKET_MAIL_FROM harus alamat surel pengirim, misalnya piket@contoh.go.id. / ' +
  'PIKET_MAIL_FROM must be the mail address of the sender, for example piket@example.go.id.'

/** Messages that somebody sends from their own WhatsApp: Piket makes them ready and sends nothing itself. */

/**
 * A number as wa.me wants it, with 62 and digits only: `0812-3456-7890`, `+62 812 3456 7890` and `8123456789` are
 * written by hand. undefined: it cannot be a mobile number of Indonesia.
 */
export function whatsappNumber(phone: string | null): string | undefined {
  const digits = (phone ?? '').replace(/^\s*\+/, '').replace(/[\s().-]/g, '')
  const [, rest] = /^(?:0062|62|0)?0?(8\d{7,11})$/.exec(digits) ?? []
  return rest === undefined ? undefined : `62${rest}`
}

/** The link that opens a chat with the message in it; undefined: no number to write to. */
export function whatsappHref(phone: string | null, message: string): string | undefined {
  const number = whatsappNumber(phone)
  return number && `https://wa.me/${number}?text=${encodeURIComponent(message)}`
}

/** The link that lets the sender choose whom to write to, where no number is on record. */
export const whatsappToAnybody = (message: string): string => `https://wa.me/?text=${encodeURIComponent(message)}`

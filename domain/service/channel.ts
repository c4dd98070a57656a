/** How the public reaches a service without coming to its counter. */
import type { Bilingual } from '../messages/problem.ts'
import { whatsappNumber } from '../messages/whatsapp.ts'

export const channelKinds = {
  phone: { id: 'Telepon', en: 'Telephone' },
  whatsapp: { id: 'WhatsApp', en: 'WhatsApp' },
  mail: { id: 'Surel', en: 'Mail' },
  web: { id: 'Situs', en: 'Web site' },
} as const satisfies Readonly<Record<string, Bilingual>>
export type ChannelKind = keyof typeof channelKinds

export interface Channel {
  readonly kind: ChannelKind
  /** As people write it: a number, an address. */
  readonly address: string
}

const site = /^https:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?(?:\/[^\s<>"]*)?$/i
const mail = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]{2,}$/

/** Landlines and short numbers too: `(0543) 21234`, `112`, `+62 812 3456 7890`. */
function telephone(address: string): string | undefined {
  const number = address.replace(/[\s().-]/g, '')
  return /^\+?\d{3,15}$/.test(number) ? number : undefined
}

/** Where a channel leads when it is touched; undefined: it is no such address. */
export function channelLink({ kind, address }: Channel): string | undefined {
  if (kind === 'mail') return mail.test(address) ? `mailto:${address}` : undefined
  if (kind === 'web') return site.test(address) ? address : undefined
  const number = kind === 'phone' ? telephone(address) : whatsappNumber(address)
  return number && (kind === 'phone' ? `tel:${number}` : `https://wa.me/${number}`)
}

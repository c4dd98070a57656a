import { expect, test } from 'vitest'
import { type ChannelKind, channelLink } from './channel.ts'

test.each<[ChannelKind, string, string | undefined]>([
  ['phone', '(0543) 21-234', 'tel:054321234'],
  ['phone', '112', 'tel:112'],
  ['phone', '+62 812 3456 7890', 'tel:+6281234567890'],
  ['phone', '12', undefined],
  ['phone', '0543 ext 2', undefined],
  ['whatsapp', '0812-3456-7890', 'https://wa.me/6281234567890'],
  ['whatsapp', '(0543) 21234', undefined],
  ['mail', 'loket@contoh.go.id', 'mailto:loket@contoh.go.id'],
  ['mail', 'loket@contoh', undefined],
  ['mail', 'a@b.id?bcc=c@d.id"', undefined],
  ['web', 'https://contoh.go.id/loket', 'https://contoh.go.id/loket'],
  ['web', 'http://contoh.go.id', undefined],
  ['web', 'https://a:b@contoh.go.id', undefined],
  ['web', 'javascript:alert(1)', undefined],
])('%s %s leads to %s', (kind, address, link) => expect(channelLink({ kind, address })).toBe(link))

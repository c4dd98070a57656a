import { expect, test } from 'vitest'
import { channelsOf, noChannels } from './channels.ts'

const mail = { PIKET_SMTP_URL: 'smtps://nama:sandi@surel.contoh.go.id', PIKET_MAIL_FROM: 'piket@contoh.go.id' }

test('nothing named, nothing on; over plain http no browser takes notices', () => {
  expect(channelsOf({}, undefined)).toEqual(noChannels)
  expect(channelsOf({}, 'http://localhost:3000').push).toBeUndefined()
})

test('mail needs server and sender, push a public address', () => {
  expect(channelsOf(mail, 'https://piket.contoh.go.id')).toEqual({
    mail: { url: mail.PIKET_SMTP_URL, from: mail.PIKET_MAIL_FROM },
    push: { subject: 'https://piket.contoh.go.id', origins: [] },
  })
})

test.each<[string, NodeJS.ProcessEnv, RegExp]>([
  ['no sender', { PIKET_SMTP_URL: mail.PIKET_SMTP_URL }, /PIKET_MAIL_FROM/],
  ['no server', { PIKET_MAIL_FROM: mail.PIKET_MAIL_FROM }, /PIKET_SMTP_URL/],
  ['another protocol', { ...mail, PIKET_SMTP_URL: 'https://surel.contoh.go.id' }, /PIKET_SMTP_URL/],
  ['a sender that ends a header', { ...mail, PIKET_MAIL_FROM: 'a@b.id\r\nBcc: c@d.id' }, /PIKET_MAIL_FROM/],
])('%s stops the start and says what to set', (_, environment, words) => {
  expect(() => channelsOf(environment, undefined)).toThrow(words)
})

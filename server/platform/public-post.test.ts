import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { addressFault, isOpenAddress, postPublicly } from './public-post.ts'

const strict = { toLoopback: false }

test.each([
  ...[
    '127.0.0.1',
    '127.9.9.9',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '0.0.0.0',
  ],
  ...['100.64.0.1', '198.18.0.1', '224.0.0.1', '255.255.255.255', '::', '::1', 'fe80::1', 'fd00::1', 'ff02::1'],
  ...['::ffff:127.0.0.1', '::ffff:10.0.0.1', '64:ff9b::7f00:1', '2002:7f00:1::', '2001:db8::1', '', 'nama', '127.1'],
])('%s is none to post to', (address) => {
  expect(isOpenAddress(address, strict)).toBe(false)
})

test.each(['8.8.8.8', '103.28.12.1', '172.32.0.1', '2606:4700::1111', '2404:6800:4003::200e'])(
  '%s is public',
  (one) => {
    expect(isOpenAddress(one, strict)).toBe(true)
  },
)

test.each([
  ['http://example.com/', 'not-https'],
  ['ftp://example.com/', 'not-https'],
  ['https://name:secret@8.8.8.8/', 'not-https'],
  ['bukan alamat', 'not-https'],
  ['https://localhost/', 'not-public'],
  ['https://127.0.0.1:8443/', 'not-public'],
  ['https://2130706433/', 'not-public'],
  ['https://0x7f.1/', 'not-public'],
  ['https://[::1]/', 'not-public'],
  ['https://[::ffff:10.0.0.1]/', 'not-public'],
  ['https://169.254.169.254/latest/meta-data', 'not-public'],
  ['https://nowhere.invalid/', 'not-found'],
  ['https://8.8.8.8/masuk', undefined],
])('%s: %s', async (address, fault) => {
  expect(await addressFault(address, strict)).toBe(fault)
})

test('what resolves to this machine is not connected to, by name and in figures, and a redirection is not followed', async () => {
  let asked = 0
  const server = createServer((request, response) => {
    asked++
    response.writeHead(request.url === '/pindah' ? 302 : 200, { location: '/' }).end()
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  const sent = { headers: {}, body: '{}' }
  for (const host of ['localhost', '127.0.0.1', '2130706433'])
    for (const scheme of ['http', 'https'])
      expect(await postPublicly(`${scheme}://${host}:${port}/`, sent, strict)).toEqual({ fault: 'not-public' })
  expect(asked).toBe(0)
  expect(await postPublicly(`http://127.0.0.1:${port}/pindah`, sent, { toLoopback: true })).toEqual({ status: 302 })
  expect(asked).toBe(1)
  await new Promise((closed) => server.close(closed))
  expect(await postPublicly(`http://127.0.0.1:${port}/`, sent, { toLoopback: true })).toEqual({ fault: 'unreachable' })
})

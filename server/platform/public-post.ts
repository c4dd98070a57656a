/** Posts to an address that somebody has entered, and to none by which the network behind this server could be asked. */
import { lookup as resolve } from 'node:dns'
import { lookup as resolved } from 'node:dns/promises'
import { request as requestInClear } from 'node:http'
import { request } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** Where posts may go beside public addresses: to this machine, without https, where the product is tried out. */
export interface PostSettings {
  readonly toLoopback: boolean
}

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

/**
 * Special-purpose addresses (IANA registries, RFC 6890): of a machine, a network, a test, a group. Of IPv6 only 2000::/3
 * is public, without its tunnels to IPv4 and its examples. A list for each family: of one for both, `::/3` would hold
 * every address of IPv4.
 */
const special = {
  ipv4: [
    ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24'],
    ...['192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24'],
    ...['224.0.0.0/4', '240.0.0.0/4'],
  ],
  ipv6: ['::/3', '2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20', '4000::/2', '8000::/1'],
} as const
type Family = keyof typeof special

function listOf(family: Family): BlockList {
  const list = new BlockList()
  for (const range of special[family]) {
    const [net = '', bits = ''] = range.split('/')
    list.addSubnet(net, Number(bits), family)
  }
  return list
}
const closed = { ipv4: listOf('ipv4'), ipv6: listOf('ipv6') }

const familyOf = (address: string): Family => (isIP(address) === 6 ? 'ipv6' : 'ipv4')

/** Whether a post may go to an address of the network. */
export const isOpenAddress = (address: string, { toLoopback }: PostSettings): boolean =>
  isIP(address) !== 0 &&
  (!closed[familyOf(address)].check(address, familyOf(address)) ||
    (toLoopback && loopback.check(address, familyOf(address))))

/** The host of a URL as the network takes it: an address of IPv6 without its brackets. */
const hostOf = ({ hostname }: URL) => hostname.replace(/^\[|\]$/g, '')

export type AddressFault = 'not-https' | 'not-public' | 'not-found'

/** Why a post cannot go to an address as it resolves now; undefined: it can. It is asked again when something is sent. */
export async function addressFault(text: string, settings: PostSettings): Promise<AddressFault | undefined> {
  if (!URL.canParse(text)) return 'not-https'
  const url = new URL(text)
  const isClear = url.protocol === 'http:' && settings.toLoopback
  if ((url.protocol !== 'https:' && !isClear) || url.username || url.password || url.hash) return 'not-https'
  const found = await resolved(hostOf(url), { all: true }).catch(() => [])
  if (found.length === 0) return 'not-found'
  return found.every(({ address }) => isOpenAddress(address, settings)) ? undefined : 'not-public'
}

/** Resolves a name for a connection: the addresses that are looked at are those that are used. */
const lookupOpen =
  (settings: PostSettings): LookupFunction =>
  (name, options, answer) =>
    resolve(name, { ...options, all: true }, (fault, found) => {
      const [first] = found ?? []
      if (fault || !first) return answer(fault ?? new Error(name), [])
      if (!found.every(({ address }) => isOpenAddress(address, settings)))
        return answer(Object.assign(new Error(name), { code: refusedCode }), [])
      return options.all ? answer(null, found) : answer(null, first.address, first.family)
    })

const refusedCode = 'PIKET_NOT_PUBLIC'
const patience = 10_000

/** The status of the receiver, or why there is none. */
export type PostOutcome = { readonly status: number } | { readonly fault: 'not-public' | 'unreachable' | 'too-slow' }

/** Posts a text. No redirection is followed and no answer is read beyond its status. */
export async function postPublicly(
  text: string,
  { headers, body }: { readonly headers: Readonly<Record<string, string>>; readonly body: string },
  settings: PostSettings,
): Promise<PostOutcome> {
  const url = new URL(text)
  // An address in figures is connected to without a lookup.
  if (isIP(hostOf(url)) !== 0 && !isOpenAddress(hostOf(url), settings)) return { fault: 'not-public' }
  if (url.protocol !== 'https:' && !settings.toLoopback) return { fault: 'not-public' }
  const signal = AbortSignal.timeout(patience)
  const send = url.protocol === 'https:' ? request : requestInClear
  return new Promise((done) => {
    const options = { method: 'POST', headers, signal, agent: false, lookup: lookupOpen(settings) }
    const posted = send(url, options, (response) => {
      response.destroy()
      done({ status: response.statusCode ?? 0 })
    })
    posted.on('error', (error: NodeJS.ErrnoException) => {
      const fault = signal.aborted ? 'too-slow' : error.code === refusedCode ? 'not-public' : 'unreachable'
      done({ fault })
    })
    posted.end(body)
  })
}

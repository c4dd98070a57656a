/**
 * What anybody may read is kept by browsers and proxies for a minute, or by none, and asked for again without being
 * written again.
 */
import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'

const keepings = { minute: 'public, max-age=60', none: 'private, no-cache' }

/**
 * Says how long an answer may be kept, and whether whoever asks has it already. What somebody sees who has signed in is
 * kept by nobody.
 * @param from all that the answer follows from, beside its address and the language
 * @param keeping for a minute; or not at all, where what is withdrawn is to be gone at once
 * @returns whether the answer is sent: that nothing has changed
 */
export function isKept(
  request: FastifyRequest,
  reply: FastifyReply,
  from: readonly unknown[],
  isPublic: boolean,
  keeping: keyof typeof keepings = 'minute',
): boolean {
  if (!isPublic) return false
  const told = JSON.stringify([request.url, request.language, ...from])
  const tag = `W/"${createHash('sha256').update(told).digest('base64url').slice(0, 22)}"`
  reply.headers({ etag: tag, 'cache-control': keepings[keeping], vary: 'cookie' })
  const known = (request.headers['if-none-match'] ?? '').split(',').map((one) => one.trim())
  if (!known.includes(tag)) return false
  reply.code(304).send()
  return true
}

/** Whether whoever asks has proved lately who they are, where a route asks for that. */
import { isProved } from '@piket/domain/access/proof.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { findRegion } from '../features/region/service.ts'
import { formKept, isPage } from './asked.ts'

/** Leads people to the page that asks for the proof, and tells programs; does nothing where it is good. */
export async function demandProof(app: FastifyInstance, request: FastifyRequest, reply: FastifyReply) {
  const { signedIn, method } = request
  const { region: name = '' } = request.params as { readonly region?: string }
  if (!signedIn || signedIn.method === 'machine') return
  const use = method === 'GET' || method === 'HEAD' ? 'show' : 'send'
  if (isProved(signedIn.proved, app.clock.moment(), use)) return
  if (request.url.startsWith('/api/')) return reply.refuse({ refused: 'proof-needed' })
  if (isPage(request)) return reply.redirect(proofHref(name, request.url), 303)
  const region = await findRegion(app.db, name)
  return reply.refuse({
    refused: 'proof-needed',
    detail: formKept({ id: 'buktikan bahwa ini Anda', en: 'prove that it is you' }),
    instead: {
      href: proofHref(name, request.viewOf(region).address),
      words: { id: 'Buktikan bahwa ini Anda', en: 'Prove that it is you' },
    },
  })
}

const proofHref = (slug: string, back: string) => `/${slug}/akun/bukti?${new URLSearchParams({ ke: back })}`

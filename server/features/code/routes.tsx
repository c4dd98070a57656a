import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { codesHref } from '#platform/refusal.ts'
import { CodePage } from './code-page.tsx'
import { CodeListPage } from './list-page.tsx'
import { CodeParams } from './schema.ts'
import { codesByGroup, findCode } from './service.ts'
import { text } from './text.ts'

export const codeRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/masalah', {
    config: { may: 'public' },
    schema: { hide: true },
    handler: async (request, reply) =>
      reply.page(<CodeListPage view={request.viewOf()} groups={codesByGroup()} t={text[request.language]} />),
  })

  app.get('/masalah/:code', {
    config: { may: 'public' },
    schema: { hide: true, params: CodeParams },
    handler: async (request, reply) => {
      const { code } = request.params
      const explained = findCode(code)
      if (explained)
        return reply.page(<CodePage view={request.viewOf()} explained={explained} t={text[request.language]} />)
      return reply.refuse({
        refused: 'not-found',
        detail: { id: text.id.unknown(code), en: text.en.unknown(code) },
        instead: { href: codesHref, words: { id: text.id.all, en: text.en.all } },
      })
    },
  })
}

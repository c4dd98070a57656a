/** How a request was made, and what is said to people whose form cannot be taken now. */
import type { FastifyRequest } from 'fastify'

/** A page that somebody opens: they can be led to another one first. */
export const isPage = ({ method, url }: FastifyRequest): boolean => method === 'GET' && !url.startsWith('/api/')

/** What was typed is still in the tab. @param first what to do in another one */
export const formKept = (first: { readonly id: string; readonly en: string }) => ({
  id: `Isian Anda belum terkirim, dan masih ada: ${first.id} di tab lain, lalu tekan Kembali di sini dan kirim sekali lagi.`,
  en: `What you typed was not sent, and is still there: ${first.en} in another tab, then press Back here and send it again.`,
})

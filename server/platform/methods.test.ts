import { expect, test } from 'vitest'
import { knownMethods } from './methods.ts'

const methods = knownMethods()
methods.add({ url: '/:region/edaran', method: 'GET' })
methods.add({ url: '/:region/edaran', method: ['HEAD', 'GET'] })
methods.add({ url: '/naskah.yaml', method: 'POST' })
methods.add({ url: '/', method: 'GET' })
methods.add({ url: '/:region/akun/:account', method: 'GET' })
methods.add({ url: '/:region/akun/undang', method: 'POST', page: '/:region/akun' })
methods.add({ url: '/:region/opd/*', method: 'GET' })
methods.add({ url: '/:region/opd/:unit/ubah', method: 'POST', page: '/:region/opd/:unit' })
methods.add({ url: '/:region/akun/:account', method: 'POST', page: '/:region/akun/:account' })

test.each([
  ['/paser/edaran', ['GET', 'HEAD']],
  ['/paser/edaran/', ['GET', 'HEAD']],
  ['/', ['GET']],
  ['/naskah.yaml', ['POST']],
  ['/naskahXyaml', []],
  ['/paser/edaran/x', []],
  ['/edaran', []],
  ['/a/b/edaran', []],
  ['/paser/akun/a1', ['GET', 'POST']],
  ['/paser/akun/undang', ['POST']],
  ['/paser/opd/dinas-a/seksi', ['GET']],
  ['/paser/opd/dinas-a/ubah', ['POST']],
])('%s knows %j', (path, known) => {
  expect(methods.at(path)).toEqual(known)
})

test.each([
  ['/paser/akun/undang', '/paser/akun'],
  ['/paser/opd/dinas%20a/ubah', '/paser/opd/dinas%20a'],
  // A page itself, an address that takes no form of a page, and none.
  ['/paser/akun/a1', undefined],
  ['/naskah.yaml', undefined],
  ['/paser/edaran/x', undefined],
])('the form of %s stands on %s', (path, page) => {
  expect(methods.pageOf(path)).toBe(page)
})

import { expect, test } from 'vitest'
import { scriptsOf } from './first-load-js'

test('scripts and preloads count once each, nomodule and inline scripts do not', () => {
  const html = `<link rel="preload" as="script" href="/_next/a.js"/><link rel="preload" as="style" href="/x.css"/>
    <script src="/_next/a.js" async=""></script><script src="/_next/b.js?v=1" async=""></script>
    <script noModule="" src="/_next/old.js"></script><script nonce="n">self.x=1</script>`
  expect(scriptsOf(html)).toEqual(['/_next/a.js', '/_next/b.js?v=1'])
})

import { expect, it } from 'vitest'
import { reachable } from './addresses'

it.each([
  ...['127.0.0.1', '10.1.2.3', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '224.0.0.1'],
  ...['::1', '::', 'fc00::1', 'fe80::1', '::ffff:127.0.0.1', '::ffff:10.0.0.1', '64:ff9b::a00:1', 'no-address', ''],
])('keeps %s closed', (address) => expect(reachable([])(address)).toBe(false))

it.each(['8.8.8.8', '172.15.0.1', '2606:4700::1111', '::ffff:8.8.8.8'])('lets %s through', (address) =>
  expect(reachable([])(address)).toBe(true),
)

it('opens the networks of the configuration, and no others', () => {
  const open = reachable(['10.20.0.0/16', 'fd00::/8'])
  expect([open('10.20.3.4'), open('fd00::1'), open('10.21.0.1'), open('127.0.0.1')]).toEqual([true, true, false, false])
})

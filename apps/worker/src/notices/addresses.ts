import { BlockList, isIP } from 'node:net'

/** Networks no hook may reach by default: ourselves, the neighbours, the cloud's own services. */
const CLOSED = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24'],
  ...['192.168.0.0/16', '198.18.0.0/15', '224.0.0.0/4', '240.0.0.0/4'],
  ...['::/127', '64:ff9b::/96', '2002::/16', 'fc00::/7', 'fe80::/10', 'ff00::/8'],
]

function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', prefix = ''] = network.split('/')
    list.addSubnet(address, Number(prefix), isIP(address) === 6 ? 'ipv6' : 'ipv4')
  }
  return list
}

/** May a hook connect to this address? `allowed`: private networks the configuration opens. */
export function reachable(allowed: readonly string[]): (address: string) => boolean {
  const [closed, opened] = [listOf(CLOSED), listOf(allowed)]
  return (address) => {
    // An IPv4 address in IPv6's clothes is the IPv4 address.
    const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
    const family = isIP(plain)
    if (family === 0) return false
    const type = family === 6 ? 'ipv6' : 'ipv4'
    return opened.check(plain, type) || !closed.check(plain, type)
  }
}

type Membership = { zone: string | null; body: string; role: string }

/** Zone, body and role: the same role in the same body of another zone is another membership. */
export const sameMembership = (one: Membership, other: Membership): boolean =>
  one.zone === other.zone && one.body === other.body && one.role === other.role

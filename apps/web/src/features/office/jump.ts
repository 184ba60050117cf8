/** After a jump by keyboard the cursor waits in the next form; a visit by address or touch leaves focus alone. */
const JUMPED = 'lianxi:jumped'

export const markJump = (): void => window.sessionStorage.setItem(JUMPED, '1')

/** True once after a jump. */
export function takeJump(): boolean {
  const jumped = window.sessionStorage.getItem(JUMPED) !== null
  if (jumped) window.sessionStorage.removeItem(JUMPED)
  return jumped
}

/** Opens all that `inside` is folded away in, itself too; false: it stood open. */
export function unfold(inside: Element): boolean {
  let opened = false
  for (let at: Element | null = inside; at !== null; at = at.parentElement)
    if (at instanceof HTMLDetailsElement && !at.open) {
      at.open = true
      opened = true
    }
  return opened
}

/** As `ref` of what somebody was typing: it is not left folded away, nor opened again once he closed it. */
export function unfolded(typed: Element | null): void {
  if (typed !== null) unfold(typed)
}

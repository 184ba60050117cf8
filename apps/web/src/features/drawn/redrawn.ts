const keyOf = (node: Node): string | undefined =>
  node instanceof Element ? (node.getAttribute('data-key') ?? (node.id || undefined)) : undefined

/** Gives a node what another of its kind has. What the reader opened stays open. */
function become(node: Node, wanted: Node): void {
  if (node instanceof Element && wanted instanceof Element) {
    for (const { name } of [...node.attributes])
      if (!wanted.hasAttribute(name) && name !== 'open') node.removeAttribute(name)
    for (const { name, value } of wanted.attributes)
      if (node.getAttribute(name) !== value) node.setAttribute(name, value)
    becomeInside(node, wanted)
  } else if (node.nodeValue !== wanted.nodeValue) node.nodeValue = wanted.nodeValue
}

/** Children with a key (`data-key`, `id`) are found by it wherever they went, others by their place. */
function becomeInside(node: Element, wanted: ParentNode): void {
  const keyed = new Map<string, Node>()
  for (const child of node.children) {
    const key = keyOf(child)
    if (key !== undefined && !keyed.has(key)) keyed.set(key, child)
  }
  let at = node.firstChild
  for (const child of [...wanted.childNodes]) {
    const key = keyOf(child)
    const here = at !== null && keyOf(at) === undefined ? at : undefined
    const same = key === undefined ? here : keyed.get(key)
    if (same === undefined || same.nodeName !== child.nodeName) {
      node.insertBefore(child, at)
      continue
    }
    if (key !== undefined) keyed.delete(key)
    if (same === at) at = at.nextSibling
    else node.insertBefore(same, at)
    become(same, child)
  }
  while (at !== null) {
    const next = at.nextSibling
    at.remove()
    at = next
  }
}

/** Makes a drawing the newer one, node by node; focus stays on what had it, even if it moved. */
export function redrawn(root: Element, html: string): void {
  const newer = document.createElement('template')
  newer.innerHTML = html
  const focused = document.activeElement
  becomeInside(root, newer.content)
  if (focused instanceof HTMLElement && focused !== document.activeElement && root.contains(focused))
    focused.focus({ preventScroll: true })
}

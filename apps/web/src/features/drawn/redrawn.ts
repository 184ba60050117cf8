/** What a node is found again by among its siblings; a choice of a list by the value it stands for. */
function keyOf(node: Node): string | undefined {
  if (node instanceof HTMLOptionElement) return node.value
  return node instanceof Element ? (node.getAttribute('data-key') ?? (node.id || undefined)) : undefined
}

/** Only nodes of the same kind become each other. */
const kindOf = (node: Node): string => [node.nodeName, keyOf(node) ?? []].flat().join(' ')

/** Gives a node what another of its kind has. What is open is the reader's: what he opened stays open, also the reverse. */
function become(node: Node, wanted: Node): void {
  if (node instanceof Element && wanted instanceof Element) {
    for (const { name } of [...node.attributes])
      if (!wanted.hasAttribute(name) && name !== 'open') node.removeAttribute(name)
    for (const { name, value } of wanted.attributes)
      if (node.getAttribute(name) !== value && name !== 'open') node.setAttribute(name, value)
    becomeInside(node, wanted)
  } else if (node.nodeValue !== wanted.nodeValue) node.nodeValue = wanted.nodeValue
}

/**
 * Children with a key (`data-key`, `id`) are found by it wherever they went, others by their place. What nothing can
 * become goes first: what stood behind it stays where it is instead of being moved past it, and keeps its scrolling.
 */
function becomeInside(node: Element, wanted: ParentNode): void {
  const kinds = new Set([...wanted.childNodes].map(kindOf))
  for (const child of [...node.childNodes]) if (!kinds.has(kindOf(child))) child.remove()
  const keyed = new Map<string, Node>()
  for (const child of node.children)
    if (keyOf(child) !== undefined && !keyed.has(kindOf(child))) keyed.set(kindOf(child), child)
  let at = node.firstChild
  for (const child of [...wanted.childNodes]) {
    const here = at !== null && keyOf(at) === undefined && at.nodeName === child.nodeName ? at : undefined
    const same = keyOf(child) === undefined ? here : keyed.get(kindOf(child))
    if (same === undefined) {
      node.insertBefore(child, at)
      continue
    }
    keyed.delete(kindOf(child))
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

type Point = { node: Node | null; offset: number }

/**
 * Where an end of the selection belongs. An end inside a text, or before all of an element, loses its place when the
 * text is changed or the element moved; one between children is kept right by the browser.
 */
function placeOf({ node, offset }: Point, now: Point): Point {
  if (node === null || !node.isConnected || (node.nodeValue === null && offset > 0)) return now
  return { node, offset: Math.min(offset, node.nodeValue?.length ?? 0) }
}

/** Marks again what the reader had marked. */
function keepingSelection(change: () => void): void {
  const selection = document.getSelection()
  const ends = (): [Point, Point] => [
    { node: selection?.anchorNode ?? null, offset: selection?.anchorOffset ?? 0 },
    { node: selection?.focusNode ?? null, offset: selection?.focusOffset ?? 0 },
  ]
  const [anchor, focus] = ends()
  change()
  const [anchorNow, focusNow] = ends()
  const [from, to] = [placeOf(anchor, anchorNow), placeOf(focus, focusNow)]
  const stands = [
    [from, anchorNow],
    [to, focusNow],
  ] as const
  if (stands.every(([wanted, now]) => wanted.node === now.node && wanted.offset === now.offset)) return
  if (from.node !== null && to.node !== null) selection?.setBaseAndExtent(from.node, from.offset, to.node, to.offset)
}

/** Makes a drawing the newer one, node by node; focus and selection stay on what had them, even if it moved. */
export function redrawn(root: Element, html: string): void {
  const newer = document.createElement('template')
  newer.innerHTML = html
  const focused = document.activeElement
  keepingSelection(() => becomeInside(root, newer.content))
  if (focused instanceof HTMLElement && focused !== document.activeElement && root.contains(focused))
    focused.focus({ preventScroll: true })
}

// What was marked in the still view is marked in the live one: few visitors mark anything before it lives, so that this comes only then.
// `path` and `follow` are the ways down a view and back, which both views share.

/** What is selected in the still view, as places: elements by their steps, text by its distance from their beginning. */
export function selection(root, still, path) {
  const now = getSelection();
  const range = now?.getComposedRanges?.({ shadowRoots: [root] })[0];
  if (!range || range.collapsed || !still.contains(range.startContainer) || !still.contains(range.endContainer)) return null;
  const place = (node, offset) => {
    const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    const before = document.createRange();
    before.setStart(element, 0);
    before.setEnd(node, offset);
    return [path(still, element), before.toString().length];
  };
  return [place(range.startContainer, range.startOffset), place(range.endContainer, range.endOffset)];
}

export function select(live, places, follow) {
  const spots = places.map(([steps, distance]) => {
    const element = follow(live, steps);
    const texts = element && document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = texts?.nextNode(); node; node = texts.nextNode()) {
      if (distance <= node.length) return [node, distance];
      distance -= node.length;
    }
    return null;
  });
  if (spots.every(Boolean)) getSelection().setBaseAndExtent(...spots[0], ...spots[1]);
}

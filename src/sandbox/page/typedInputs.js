/** Drawn card → what its inputs hold now. */
const inputsOf = new WeakMap();

/** Remembers a drawn card's inputs, so that what somebody typed is there when the card is drawn anew. */
export function rememberInputs(frame, content, card) {
  const keys = new Map([...inputNodes(content)].map((node) => [node.id, keyOf(node)]));
  inputsOf.set(frame, () => card.getAllInputs().map(({ id, value }) => [keys.get(id), value]));
}

/** What was typed or chosen in the cards of a drawn message. */
export function typedIn(view) {
  const frames = [...view.querySelectorAll('.card')];
  return new Map(frames.flatMap((frame) => inputsOf.get(frame)?.() ?? []));
}

/** The card with what was typed into the very same inputs of its earlier drawing; another question starts empty. */
export function keepTyped(content, typed = new Map()) {
  if (typed.size === 0) return content;
  const copy = structuredClone(content);
  for (const node of inputNodes(copy)) {
    const value = typed.get(keyOf(node));
    if (value) node.value = value;
  }
  return copy;
}

const keyOf = (node) => JSON.stringify({ ...node, value: undefined, errorMessage: undefined });

function* inputNodes(node) {
  if (typeof node !== 'object' || node === null) return;
  if (typeof node.type === 'string' && node.type.startsWith('Input.') && node.id) yield node;
  for (const child of Object.values(node)) yield* inputNodes(child);
}

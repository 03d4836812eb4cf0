/** Talks to the stand-in that served this page. */
async function ask(path, body) {
  const response = await fetch(path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return response.json();
}

const conversationPath = (id) => `/sandbox/conversations/${encodeURIComponent(id)}`;

export const people = () => ask('/sandbox/people');
export const methodsOf = (personId) => ask(`/sandbox/people/${encodeURIComponent(personId)}/methods`);
export const registerMethod = (personId) =>
  ask(`/sandbox/people/${encodeURIComponent(personId)}/register`, {});
export const conversation = (id, as) => ask(`${conversationPath(id)}?as=${encodeURIComponent(as)}`);
export const write = (id, words) => ask(`${conversationPath(id)}/messages`, words);
export const press = (id, messageId, as, action) =>
  ask(`${conversationPath(id)}/messages/${messageId}/action`, { as, action });
export const submitDialog = (id, messageId, as, data) =>
  ask(`${conversationPath(id)}/messages/${messageId}/dialog`, { as, data });
export const refresh = (id, messageId, as) =>
  ask(`${conversationPath(id)}/messages/${messageId}/refresh`, { as });

/** One live line for the whole page: it says what changed, and tells the stand-in who is looking at what. */
export function createLive({ looks, onChanged, onTyping, onOpen }) {
  let source;
  const idOf = (event) => JSON.parse(event.data).conversationId;
  return {
    restart() {
      source?.close();
      const query = looks().map(({ personId, conversationId }) => ['look', `${personId}~${conversationId}`]);
      source = new EventSource(`/sandbox/live?${new URLSearchParams(query)}`);
      // The server's own event (not the socket's): also after it was started anew.
      source.addEventListener('ready', onOpen);
      source.addEventListener('changed', (event) => onChanged(idOf(event)));
      source.addEventListener('typing', (event) => onTyping(idOf(event)));
    },
  };
}

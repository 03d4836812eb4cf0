import { element, messageView } from './messageView.js';
import { typedIn } from './typedInputs.js';

/** The messages of one pane. What did not change stays as it is, with what somebody is typing into it. */
export function createLog(log, { onPress, onRefresh, onReply }) {
  let drawn = new Map();
  let drawnPosts = new Map();
  let placedAt = 0;

  /** The end of the log; or, of a message that is taller than the log, its beginning. */
  const showNewest = () => {
    const newest = [...log.querySelectorAll('.message')].at(-1);
    const isTall = newest !== undefined && newest.offsetHeight > log.clientHeight;
    if (isTall) newest.scrollIntoView({ block: 'start' });
    else log.scrollTop = log.scrollHeight;
    placedAt = log.scrollTop;
  };
  /** Whoever scrolled back to read is left where they are. */
  const isFollowing = () =>
    Math.abs(log.scrollTop - placedAt) < 4 || log.scrollHeight - log.scrollTop - log.clientHeight < 80;

  const draw = (message, kind, style) => {
    const key = JSON.stringify([message, style.theme, style.language]);
    const old = drawn.get(message.id);
    if (old?.key === key) return old;
    const handlers = {
      onPress: (action) => onPress(message, action),
      onRefresh: () => onRefresh(message),
    };
    const typed = old === undefined ? undefined : typedIn(old.view);
    const view = messageView(message, { ...style, kind, typed, ...handlers });
    return { key, view, hadFocus: old?.view.contains(document.activeElement) ?? false };
  };

  const drawPost = (root, replies, views, words) => {
    const post = drawnPosts.get(root.id) ?? element('div', 'post');
    const button = post.querySelector('.post-reply') ?? element('button', 'post-reply');
    button.type = 'button';
    button.textContent = words.reply;
    button.onclick = () => onReply(root);
    for (const reply of replies) views.get(reply.id).view.classList.add('is-reply');
    place(post, [...[root, ...replies].map(({ id }) => views.get(id).view), button]);
    drawnPosts.set(root.id, post);
    return post;
  };
  const posts = (messages, views, words) =>
    messages
      .filter((message) => message.rootId === message.id)
      .map((root) => {
        const replies = messages.filter((message) => message.rootId === root.id && message !== root);
        return drawPost(root, replies, views, words);
      });

  return {
    show({ kind, messages }, style) {
      const wasFollowing = isFollowing();
      const views = new Map(messages.map((message) => [message.id, draw(message, kind, style)]));
      const hasNews = messages.some(({ id }) => !drawn.has(id));
      const children =
        kind === 'channel'
          ? posts(messages, views, style.words)
          : messages.map(({ id }) => views.get(id).view);
      const empty = kind === 'channel' ? style.words.emptyChannel : style.words.emptyChat;
      place(log, children.length > 0 ? children : [element('p', 'log-empty', empty)]);
      const focusLost = [...views.values()].find(({ hadFocus }) => hadFocus);
      focusLost?.view.querySelector('.ac-adaptiveCard')?.focus({ preventScroll: true });
      for (const one of views.values()) one.hadFocus = false;
      drawn = views;
      if (wasFollowing || messages.at(-1)?.from.isMe) showNewest();
      return hasNews;
    },
    showNewest,
    clear() {
      drawn = new Map();
      drawnPosts = new Map();
      log.replaceChildren();
    },
  };
}

/** Puts the children in place and moves none that is there already: moving would lose focus and typing. */
function place(parent, children) {
  for (const old of [...parent.childNodes]) if (!children.includes(old)) old.remove();
  for (const [index, child] of children.entries()) {
    if (parent.childNodes[index] !== child) parent.insertBefore(child, parent.childNodes[index] ?? null);
  }
}

import { cardView } from './cardView.js';
import { messageMarkdown } from './markdown.js';

/** Draws one message. `onPress`, `onRefresh` belong to the pane; everything else is in the message. */
export function messageView(message, { kind, theme, language, words, typed, onPress, onRefresh }) {
  const { from } = message;
  // In a channel one's own posts look like everybody's; in a chat they stand on the other side.
  const isOwnBubble = from.isMe && kind === 'personal';
  const view = element(
    'article',
    `message${from.isMe ? ' is-me' : ''}${from.isBot ? ' is-bot-message' : ''}`,
  );
  view.dataset.messageId = message.id;
  const time = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' }).format(message.at);
  view.setAttribute('aria-label', `${from.name}, ${time}`);
  const body = element('div', 'message-body');
  body.append(
    metaLine(message, { isOwnBubble, time, words, onRefresh }),
    ...contentOf(message, { theme, language, words, typed, onPress }),
  );
  if (message.note) body.append(noteLine(message.note, words));
  view.append(...(isOwnBubble ? [body] : [avatar(from), body]));
  return view;
}

/** A round sign with somebody's initials; the bot has its own. */
export function avatar({ name, isBot }) {
  const sign = element('span', `avatar${isBot ? ' is-bot' : ''}`, isBot ? '' : initials(name));
  sign.setAttribute('aria-hidden', 'true');
  return sign;
}

export function initials(name) {
  const parts = name.trim().split(/\s+/);
  // Japanese names are known by the family name; Latin ones by their first letters.
  if (/[^\u0000-\u024f]/.test(name)) return parts[0].slice(0, 2);
  return parts
    .map((part) => part[0])
    .slice(0, 2)
    .join('')
    .toUpperCase();
}

export function element(tag, className = '', text = undefined) {
  const made = document.createElement(tag);
  if (className !== '') made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

function metaLine(message, { isOwnBubble, time, words, onRefresh }) {
  const line = element('p', 'message-meta');
  if (!isOwnBubble) line.append(element('span', 'message-author', message.from.name));
  const clock = element('time', '', time);
  clock.dateTime = new Date(message.at).toISOString();
  line.append(clock);
  if (message.edited && !message.deleted) line.append(element('span', 'message-edited', words.edited));
  if (message.canRefresh) {
    const button = element('button', 'message-refresh', '⟳');
    button.type = 'button';
    button.title = words.refreshCard;
    button.setAttribute('aria-label', words.refreshCard);
    button.addEventListener('click', onRefresh);
    line.append(button);
  }
  return line;
}

function contentOf(message, card) {
  if (message.deleted) return [element('div', 'bubble is-deleted', card.words.deleted)];
  const content = [];
  if (message.text) content.push(bubble(message));
  for (const one of message.cards) content.push(cardView(one, { ...card, onAction: card.onPress }));
  return content;
}

function bubble({ text, textFormat, from }) {
  if (from.isBot && textFormat === 'markdown') {
    const made = element('div', 'bubble');
    made.innerHTML = messageMarkdown(text);
    return made;
  }
  const plain = textFormat === 'xml' ? text.replace(/<[^>]*>/g, '') : text;
  const made = element('div', 'bubble is-plain');
  const mention = /^@\S+/.exec(plain)?.[0];
  if (mention && !from.isBot) made.append(element('span', 'mention', mention));
  made.append(mention && !from.isBot ? plain.slice(mention.length) : plain);
  return made;
}

function noteLine(note, words) {
  if (note.kind === 'message') {
    const line = element('div', 'note');
    line.innerHTML = messageMarkdown(note.text);
    return line;
  }
  const line = element(
    'p',
    'note is-error',
    note.kind === 'went-wrong' ? words.wentWrong : words.appUnreachable,
  );
  line.setAttribute('role', 'alert');
  return line;
}

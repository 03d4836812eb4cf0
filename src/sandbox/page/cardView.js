/* global AdaptiveCards */
import { hostConfig } from './hostConfig.js';
import { cardMarkdown } from './markdown.js';
import { keepTyped, rememberInputs } from './typedInputs.js';

AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = cardMarkdown(text);
  result.didProcess = true;
};

/**
 * Draws an Adaptive Card with Microsoft's renderer. `onAction` gets what Teams would send: the action's own data
 * with the inputs' values merged in by the renderer, after it checked required inputs.
 */
export function cardView(content, { theme, language, words, typed, onAction }) {
  const frame = document.createElement('div');
  frame.className = 'card ac-card-frame';
  if (content?.type !== 'AdaptiveCard') {
    frame.append(unsupported(content, words));
    return frame;
  }
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig(hostConfig(theme));
  card.onAnchorClicked = (_element, anchor) => {
    openOutside(anchor.href);
    return true;
  };
  card.onExecuteAction = (action) => {
    if (action instanceof AdaptiveCards.OpenUrlAction) openOutside(action.url);
    else if (!frame.classList.contains('is-busy')) void execute(frame, action, onAction);
  };
  // The renderer's pattern for `lang` remembers where it stopped: without this each second card loses its language.
  if (AdaptiveCards.CardElement.langProperty.regEx)
    AdaptiveCards.CardElement.langProperty.regEx.lastIndex = 0;
  card.parse(keepTyped(content, typed));
  const rendered = card.render();
  if (rendered === undefined) {
    frame.append(unsupported(content, words));
    return frame;
  }
  rendered.lang = card.lang ?? language;
  drawMentions(rendered, content.msteams?.entities ?? []);
  frame.append(rendered);
  rememberInputs(frame, content, card);
  return frame;
}

/** One press at a time, as in Teams: the card waits for the bot's answer. */
async function execute(frame, action, onAction) {
  const pressed = pressedAction(action);
  if (pressed === undefined) return;
  frame.classList.add('is-busy');
  frame.setAttribute('aria-busy', 'true');
  try {
    await onAction(pressed);
  } finally {
    frame.classList.remove('is-busy');
    frame.removeAttribute('aria-busy');
  }
}

function pressedAction(action) {
  const { id, title, verb, data } = action;
  if (action instanceof AdaptiveCards.ExecuteAction) {
    return withoutEmpty({ type: 'Action.Execute', id, title, verb, data });
  }
  if (action instanceof AdaptiveCards.SubmitAction) return withoutEmpty({ type: 'Action.Submit', data });
  return undefined;
}

const withoutEmpty = (object) =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined && value !== ''));

function openOutside(url) {
  if (/^https?:\/\//i.test(url ?? '')) window.open(url, '_blank', 'noopener,noreferrer');
}

function unsupported(content, words) {
  const note = document.createElement('p');
  note.className = 'card-unsupported';
  note.textContent = words.unsupported(content?.contentType ?? content?.type ?? '?');
  return note;
}

/** `<at>Name</at>` is a mention only where the card lists it as one. */
function drawMentions(rendered, entities) {
  for (const { type, text } of entities) {
    if (type !== 'mention' || typeof text !== 'string') continue;
    const walker = document.createTreeWalker(rendered, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) if (walker.currentNode.data.includes(text)) found.push(walker.currentNode);
    for (const node of found) {
      const mention = node.splitText(node.data.indexOf(text));
      mention.splitText(text.length);
      const span = document.createElement('span');
      span.className = 'mention';
      span.textContent = text.replace(/^<at>|<\/at>$/g, '');
      mention.replaceWith(span);
    }
  }
}

import { cardView } from './cardView.js';
import { element } from './messageView.js';

/** Shows what a bot answered to task/fetch or task/submit, until it answers nothing more or the person closes it. */
export function openDialog(first, { theme, language, words, submit }) {
  const dialog = element('dialog', 'dialog');
  dialog.lang = language;
  const head = element('div', 'dialog-head');
  const title = element('h2', 'dialog-title');
  const close = element('button', 'dialog-close', '✕');
  const body = element('div', 'dialog-body');
  close.type = 'button';
  close.setAttribute('aria-label', words.close);
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  head.append(title, close);
  dialog.append(head, body);

  const show = (answer) => {
    if (answer.kind === 'closed') {
      dialog.close();
      return;
    }
    title.textContent = answer.title ?? '';
    body.replaceChildren(content(answer));
  };
  const content = (answer) => {
    if (answer.kind === 'card') {
      const onAction = async (action) => show((await submit(action.data ?? {})).dialog);
      return cardView(answer.card, { theme, language, words, onAction });
    }
    if (answer.kind === 'page') return pageLink(answer.url, words);
    const failure = answer.kind === 'went-wrong' ? words.wentWrong : words.appUnreachable;
    return element('p', 'dialog-message', answer.kind === 'message' ? answer.text : failure);
  };

  show(first);
  if (first.kind === 'closed') return;
  document.body.append(dialog);
  dialog.showModal();
}

/** Teams shows a page inside the dialog; this page shows nothing from outside, so it offers to open it. */
function pageLink(url, words) {
  const line = element('p', 'dialog-message');
  const link = element('a', '', words.openPage);
  link.href = /^https?:\/\//i.test(url) ? url : '#';
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
  line.append(link);
  return line;
}

/** Where one writes: Enter sends, Shift+Enter breaks the line, and an input method's Enter does neither. */
export function createComposer(form, { onSend }) {
  const text = form.querySelector('.composer-text');
  const send = form.querySelector('.composer-send');
  const chip = form.querySelector('.mention-chip');
  const replying = form.querySelector('.replying');
  let rootId;

  const replyTo = (root) => {
    rootId = root?.id;
    replying.hidden = root === undefined;
  };
  const submit = async () => {
    const words = text.value.trim();
    if (words === '') return;
    text.value = '';
    const mention = !chip.hidden && chip.getAttribute('aria-pressed') === 'true';
    const isSent = await onSend({ text: words, mention, rootId });
    if (isSent) replyTo(undefined);
    else if (text.value === '') text.value = words;
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });
  text.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    void submit();
  });
  chip.addEventListener('click', () => {
    chip.setAttribute('aria-pressed', String(chip.getAttribute('aria-pressed') !== 'true'));
    text.focus();
  });
  form.querySelector('.replying-cancel').addEventListener('click', () => replyTo(undefined));

  return {
    /** Names everything in the pane's language; a channel has the chip to mention the bot. */
    speak(words, { isChannel, botName }) {
      const label = isChannel ? words.writePost : words.writeHere;
      text.placeholder = label;
      text.setAttribute('aria-label', label);
      send.setAttribute('aria-label', words.send);
      send.title = words.send;
      chip.hidden = !isChannel;
      chip.textContent = words.mention(botName);
      chip.setAttribute('aria-label', words.mentionLabel(botName));
      const cancel = form.querySelector('.replying-cancel');
      cancel.textContent = '✕';
      cancel.setAttribute('aria-label', words.cancelReply);
    },
    replyTo(root, words) {
      replyTo(root);
      form.querySelector('.replying-to').textContent = words.replyingTo(root.from.name);
      text.focus();
    },
    forget() {
      text.value = '';
      replyTo(undefined);
    },
  };
}

/* global markdownit */
/** What Teams reads as Markdown in a card's TextBlock: emphasis, lists and links, nothing else. */
const inCards = markdownit({ html: false, breaks: false }).disable([
  'heading',
  'lheading',
  'table',
  'fence',
  'code',
  'hr',
  'blockquote',
  'image',
  'backticks',
]);
/** A bot's message may carry a little more. */
const inMessages = markdownit({ html: false, breaks: true }).disable(['table', 'image']);

for (const renderer of [inCards, inMessages]) {
  renderer.renderer.rules.link_open = (tokens, index, options, env, self) => {
    tokens[index].attrSet('target', '_blank');
    tokens[index].attrSet('rel', 'noopener noreferrer');
    return self.renderToken(tokens, index, options);
  };
}

export const cardMarkdown = (text) => inCards.render(text);
export const messageMarkdown = (text) => inMessages.render(text);

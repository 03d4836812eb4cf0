/**
 * Microsoft's renderer passes over properties that it does not know, so that a misspelt `isRequired` would be lost
 * without a word. These are the properties of Adaptive Cards 1.5, for the kinds of things that our cards use.
 */
const element = ['type', 'id', 'isVisible', 'separator', 'spacing', 'height', 'fallback', 'requires', 'lang'];
const container = [
  'style',
  'verticalContentAlignment',
  'bleed',
  'minHeight',
  'backgroundImage',
  'selectAction',
  'rtl',
];
const text = ['text', 'color', 'fontType', 'isSubtle', 'size', 'weight'];
const input = ['id', 'label', 'isRequired', 'errorMessage', 'value'];
const action = [
  'type',
  'id',
  'title',
  'iconUrl',
  'style',
  'fallback',
  'tooltip',
  'isEnabled',
  'mode',
  'requires',
];
const sending = ['data', 'associatedInputs'];

const known: Readonly<Record<string, readonly string[]>> = {
  AdaptiveCard: [
    ...[
      'type',
      'version',
      '$schema',
      'body',
      'actions',
      'refresh',
      'authentication',
      'fallbackText',
      'speak',
    ],
    ...['lang', 'msteams', 'metadata', 'minHeight', 'rtl', 'selectAction', 'backgroundImage'],
  ],
  Container: [...element, ...container, 'items'],
  Column: [...element, ...container, 'items', 'width'],
  ColumnSet: [...element, 'columns', 'style', 'bleed', 'minHeight', 'horizontalAlignment', 'selectAction'],
  TextBlock: [...element, ...text, 'wrap', 'style', 'maxLines', 'horizontalAlignment'],
  RichTextBlock: [...element, 'inlines', 'horizontalAlignment'],
  TextRun: ['type', ...text, 'highlight', 'italic', 'strikethrough', 'underline', 'selectAction'],
  FactSet: [...element, 'facts'],
  Image: [
    ...[...element, 'url', 'altText', 'size', 'width', 'height', 'style', 'backgroundColor', 'selectAction'],
    'horizontalAlignment',
  ],
  ActionSet: [...element, 'actions'],
  'Input.Text': [
    ...[...element, ...input, 'placeholder', 'isMultiline', 'maxLength', 'style', 'regex', 'inlineAction'],
  ],
  'Input.ChoiceSet': [...element, ...input, 'choices', 'isMultiSelect', 'style', 'placeholder', 'wrap'],
  'Input.Toggle': [...element, ...input, 'title', 'valueOn', 'valueOff', 'wrap'],
  'Input.Number': [...element, ...input, 'placeholder', 'min', 'max'],
  'Input.Date': [...element, ...input, 'placeholder', 'min', 'max'],
  'Input.Time': [...element, ...input, 'placeholder', 'min', 'max'],
  'Action.Execute': [...action, ...sending, 'verb'],
  'Action.Submit': [...action, ...sending],
  'Action.OpenUrl': [...action, 'url'],
  'Action.ShowCard': [...action, 'card'],
  'Action.ToggleVisibility': [...action, 'targetElements'],
};

/** What is ours or without a type: not looked into. */
const opaque: ReadonlySet<string> = new Set([
  'data',
  'facts',
  'choices',
  'refresh',
  'msteams',
  'requires',
  'metadata',
]);

/** Each property that Adaptive Cards 1.5 does not have, with where it stands. */
export function unknownKeys(value: unknown, place = 'card'): readonly string[] {
  if (Array.isArray(value))
    return value.flatMap((item, index) => unknownKeys(item, `${place}[${String(index)}]`));
  if (typeof value !== 'object' || value === null) return [];
  // A column need not name its type.
  const type = 'type' in value ? value.type : place.includes('.columns[') ? 'Column' : undefined;
  const allowed = typeof type === 'string' ? known[type] : undefined;
  if (allowed === undefined) return [`${place}: ${JSON.stringify(type)} is no kind of thing on our cards`];
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(allowed.includes(key) ? [] : [`${place}.${key} is no property of ${String(type)}`]),
    ...(opaque.has(key) ? [] : unknownKeys(inner, `${place}.${key}`)),
  ]);
}

import type * as Renderer from 'adaptivecards';
import { unknownKeys } from './unknownKeys';

/** The package's bundle, because its modules are ES modules that Jest does not load. */
const { AdaptiveCard, CardElement, SerializationContext, Versions } = jest.requireActual<typeof Renderer>(
  'adaptivecards/dist/adaptivecards.js',
);

/** What Microsoft's own renderer finds wrong with a card, at the version that Teams draws, and what it passes over. */
export function problemsOf(json: unknown): readonly string[] {
  // The renderer's pattern for `lang` is global and remembers where it stopped: each second card would be refused.
  if (CardElement.langProperty.regEx !== undefined) CardElement.langProperty.regEx.lastIndex = 0;
  const context = new SerializationContext(Versions.v1_5);
  const card = new AdaptiveCard();
  card.parse(json, context);
  const parsing = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  const properties = card.validateProperties().validationEvents.map(({ message }) => message);
  return [...parsing, ...properties, ...unknownKeys(json)];
}

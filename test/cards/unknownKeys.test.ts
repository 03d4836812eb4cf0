import { unknownKeys } from './unknownKeys';

describe('the check for unknown properties', () => {
  test('finds one that the renderer passes over, however deep', () => {
    const columns = [{ width: 'auto', items: [{ type: 'Input.Text', id: 'reason', isRequierd: true }] }];
    expect(unknownKeys({ type: 'AdaptiveCard', body: [{ type: 'ColumnSet', columns }] })).toEqual([
      'card.body[0].columns[0].items[0].isRequierd is no property of Input.Text',
    ]);
  });

  test('finds a kind of element that is none', () => {
    expect(unknownKeys({ type: 'AdaptiveCard', body: [{ type: 'Carousel' }] })).toEqual([
      'card.body[0]: "Carousel" is no kind of thing on our cards',
    ]);
  });
});

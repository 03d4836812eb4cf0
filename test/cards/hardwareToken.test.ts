import { whatChanges, whatStays } from '../../src/cards/requestPlanLines';
import { planReregistration } from '../../src/cases/planReregistration';
import { kindOf } from '../../src/graph/listMethods';

/** Graph v1.0 removes no hardware token: whoever approves reads that it stays, and where an administrator removes it. */
test.each([
  ['ja', /Monban は消せません.*Entra 管理センター.*認証方法/u],
  ['en', /Monban cannot remove it.*Entra admin center.*Authentication methods/u],
] as const)(
  'a hardware token stays, and the card says how it is removed by hand (%s)',
  (language, byHand) => {
    const token = { id: 'token', kind: kindOf('#microsoft.graph.hardwareOathAuthenticationMethod') };
    const planned = planReregistration('hanako', [{ id: 'phone', kind: 'phone' }, token], {
      revokeSessions: false,
    });
    if (!planned.ok) throw new Error('nothing to remove');
    expect(planned.plan.remove.map(({ id }) => id)).toEqual(['phone']);
    expect(whatStays(planned.plan, language).filter((line) => byHand.test(line))).toHaveLength(1);
    expect(whatChanges(planned.plan, language).join()).not.toMatch(byHand);
  },
);

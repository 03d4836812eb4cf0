import { caseJobKinds } from '../../src/usecases/caseJobs';
import { incidentJobs } from '../../src/usecases/incidentJobs';
import { recoveryJobs } from '../../src/usecases/recoveryJobs';
import { requestJobKinds } from '../../src/usecases/requestJobs';
import { ids } from './requestBot';
import { chat, hour, type Silent } from './silentWorld';

export interface Event {
  readonly name: string;
  readonly happens: (silent: Silent) => Promise<unknown>;
}

export const says = (text: string): Event => ({
  name: `the person writes: ${text}`,
  happens: ({ test }) =>
    test.bot.send(
      test.bot.activity({
        from: { id: '29:p', aadObjectId: ids.person },
        conversation: chat,
        text,
        locale: 'en-US',
      }),
    ),
});

const presses = (verb: string, data: Readonly<Record<string, unknown>> = {}): Event => ({
  name: `the person presses ${verb}`,
  happens: ({ test }) =>
    test.bot.send(
      test.bot.activity({
        type: 'invoke',
        name: 'adaptiveCard/action',
        text: undefined,
        from: { id: '29:p', aadObjectId: ids.person },
        conversation: chat,
        value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
      }),
    ),
});

const job = (
  name: string,
  kind: string,
  payload: (silent: Silent) => Readonly<Record<string, unknown>>,
): Event => ({
  name,
  happens: async (silent) => {
    const { deps } = silent.test.world;
    await deps.store.transaction((tx) => tx.outbox.add({ kind, payload: payload(silent) }));
    await silent.test.world.run(0);
  },
});

const passes = (hours: number): Event => ({
  name: `${String(hours)} hours pass`,
  happens: ({ test }) => test.world.run(hours * hour),
});

const oneCase = ({ caseId }: Silent) => ({ caseId });
const oneRequest = ({ requestId }: Silent) => ({ requestId });

/** Each way in which something can come about without somebody of the staff. */
export const events: readonly Event[] = [
  ...[
    'hello',
    'help',
    'back',
    "I don't know",
    'start over',
    'talk to a person',
    'withdraw',
    'ask for a reset',
    'ask for a pass',
    '日本語',
    'thanks',
    'my new phone gets no prompt',
    'I have registered',
    'reset for somebody@example.com',
    'approve R-7K2M call-back it is me',
    'vouch R-7K2M',
    'freeze R-7K2M it is odd',
    'stop everything now',
    'claim',
    'queue',
    'case C-7K2M',
    '',
  ].map(says),
  presses('triage/answer', { finding: 'phone_changed', value: 'true' }),
  presses('triage/restart'),
  presses('triage/person'),
  presses('triage/helped', { value: 'true' }),
  presses('remedy/request', { remedy: 'require-mfa-reregistration' }),
  presses('case/claim'),
  presses('case/handBack'),
  presses('recovery/look'),
  {
    name: 'the app is installed again',
    happens: ({ test }) =>
      test.bot.send(
        test.bot.activity({
          type: 'conversationUpdate',
          text: undefined,
          membersAdded: [{ id: test.bot.activity()['recipient'] }],
          from: { id: '29:p', aadObjectId: ids.person },
          conversation: chat,
        }),
      ),
  },
  job('the notice of the hand-over comes late', caseJobKinds.tellHandedOver, oneCase),
  job('a look at who waits comes due', caseJobKinds.watchClaim, ({ caseId }) => ({
    caseId,
    since: 0,
    step: 2,
  })),
  job('a notice of an earlier owner comes late', caseJobKinds.tellPerson, ({ caseId }) => ({
    caseId,
    event: 'handedBack',
  })),
  job('a trouble of many is over', incidentJobs.tellOver, ({ caseId }) => ({ caseId, incidentId: 'i' })),
  job('a reminder of the follow-up comes due', recoveryJobs.tell, ({ caseId }) => ({
    caseId,
    about: 'reminder',
    listener: 'person',
    open: ['newMethod'],
  })),
  job('the request is due to expire', requestJobKinds.expireRequest, oneRequest),
  job('a run of the remedy is repeated', requestJobKinds.runRemedy, oneRequest),
  job('the cards are edited again', requestJobKinds.editRequestCards, oneRequest),
  passes(1),
  passes(30),
];

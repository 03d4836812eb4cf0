/** How the second step of a sign-in ended, as Entra's log words it; a finding of our own beside the vocabulary's. */
export const mfaOutcomes = [
  'push-unanswered',
  'push-undeliverable',
  'declined',
  'phone-unreachable',
  'number-invalid',
  'wrong-code',
  'too-many-codes',
  'blocked',
  'nothing-registered',
  'service-error',
] as const;

export type MfaOutcome = (typeof mfaOutcomes)[number];

/** Microsoft's wording changes; what fits none of these is left out, never guessed at. The first that fits counts. */
const wordings: readonly (readonly [MfaOutcome, RegExp])[] = [
  ['too-many-codes', /incorrect code too many times|too many incorrect codes/iu],
  ['push-undeliverable', /unable to send the mobile app notification/iu],
  ['push-unanswered', /did(?: not|n['’]t) respond to mobile app notification/iu],
  ['declined', /user declined the authentication/iu],
  ['number-invalid', /phone number has an invalid format/iu],
  [
    'phone-unreachable',
    /unable to reach the user['’]s phone|went to voicemail|hung up the phone call|never entered the verification code/iu,
  ],
  ['wrong-code', /entered incorrect (?:code|pin)|invalid mobile app verification code|code already used/iu],
  ['blocked', /user is blocked/iu],
  ['nothing-registered', /does(?: not|n['’]t) have any verification methods registered/iu],
  ['service-error', /service error/iu],
];

/** What the log says of the second step; undefined where it says nothing that is known. */
export function readMfaOutcome(...texts: readonly (string | undefined)[]): MfaOutcome | undefined {
  const said = texts.filter((text) => text !== undefined).join('\n');
  return wordings.find(([, wording]) => wording.test(said))?.[0];
}

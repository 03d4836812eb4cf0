import type { Activity } from 'botbuilder';
import { z } from 'zod/v4';

const tenantId = z.string().min(1);

/** The fields of an activity that the gate decides on. All others are the bot's to check where it uses them. */
const relied = z.looseObject({
  type: z.string().min(1),
  channelId: z.string().min(1),
  serviceUrl: z.string().min(1),
  id: z.string().optional(),
  name: z.string().nullish(),
  text: z.string().nullish(),
  locale: z.string().nullish(),
  from: z.looseObject({
    id: z.string().min(1),
    aadObjectId: z.string().nullish(),
    role: z.string().nullish(),
  }),
  // Teams always names the bot; a test from outside may not, and the SDK reads it when it removes mentions.
  recipient: z.looseObject({ id: z.string().min(1) }).default({ id: 'bot' }),
  conversation: z.looseObject({ id: z.string().min(1), tenantId: tenantId.nullish() }),
  channelData: z.looseObject({ tenant: z.looseObject({ id: tenantId }).nullish() }).nullish(),
});

/** What the gate looks at. */
export type ReliedOn = z.infer<typeof relied>;

/** An activity whose relied-on fields have been checked. The SDK's type says more than anybody checks. */
const checkedActivity = z.custom<Activity>((value) => relied.safeParse(value).success);

/** Reads a request's body as an activity, or gives `undefined`. */
export function readActivity(body: unknown): { activity: Activity; relied: ReliedOn } | undefined {
  const parsed = relied.safeParse(body);
  if (!parsed.success) return undefined;
  // teams-ai reads `value.verb` of every message as soon as one actionSubmit is registered: null would throw.
  const { value, ...rest } = parsed.data;
  const plain = value === null ? rest : parsed.data;
  return { activity: checkedActivity.parse(plain), relied: parsed.data };
}

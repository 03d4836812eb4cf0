import { type Activity, CloudAdapter, type TurnContext } from 'botbuilder';
import { validateAndFixActivity } from 'botbuilder/lib/activityValidator';
import { AuthenticationError, type AuthenticateRequestResult } from 'botframework-connector';
import { JsonWebTokenError } from 'jsonwebtoken';
import type { BotAuthentication } from './botAuthentication';
import type { AdmittedActivity } from './gate';

/** What an activity's HTTP request is answered with. */
export interface HttpAnswer {
  readonly status: number;
  readonly body?: unknown;
}

/** The SDK's adapter, taken apart: who it is and what the turn does are two things, and each fails in its own way. */
export class BotAdapter extends CloudAdapter {
  readonly #authentication: BotAuthentication;

  constructor(authentication: BotAuthentication) {
    super(authentication);
    this.#authentication = authentication;
  }

  /** Verifies the activity's token and runs the turn. Text of errors never goes into the answer. */
  async answer(
    admitted: AdmittedActivity,
    turn: (context: TurnContext) => Promise<void>,
  ): Promise<HttpAnswer> {
    const identity = await this.#authenticate(admitted);
    if (identity === 'not-authentic') return { status: 401 };
    const response = await this.processActivity(identity, validateAndFixActivity(admitted.activity), turn);
    return response ? { status: response.status, body: response.body } : { status: 200 };
  }

  /** Runs the turn of an activity that was verified when it came. */
  async again(activity: Activity, turn: (context: TurnContext) => Promise<void>): Promise<void> {
    await this.processActivity(this.#authentication.withoutToken(), validateAndFixActivity(activity), turn);
  }

  async #authenticate(admitted: AdmittedActivity): Promise<AuthenticateRequestResult | 'not-authentic'> {
    if (admitted.authorization === undefined) return this.#authentication.withoutToken();
    try {
      return await this.#authentication.authenticateRequest(admitted.activity, admitted.authorization);
    } catch (error) {
      if (isNotAuthentic(error)) return 'not-authentic';
      throw error; // the issuer's keys could not be had: our trouble, not the caller's
    }
  }
}

/** A forged signature and a token of the future arrive as jsonwebtoken's errors, all else as the SDK's own. */
function isNotAuthentic(error: unknown): boolean {
  if (error instanceof JsonWebTokenError) return true;
  return error instanceof AuthenticationError && error.statusCode < 500;
}

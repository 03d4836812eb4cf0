import type { Request, Response, Server } from 'restify';
import { isFault } from '../faults';
import { confirmText } from '../text/confirmText';
import { confirmedPage, type ConfirmPageDeps } from './confirmPage';
import { linkGonePage, notTakenPage } from './confirmPageHtml';
import { browserLanguage, sendPage } from './pageAnswers';
import { type PassPageDeps, signedInForPass } from './passPage';
import { finishSignIn } from './signInFlow';

/** Where the identity provider sends the browser back to: one address, as the app registration wants it. */
export function mountSignInCallback(deps: ConfirmPageDeps & PassPageDeps): (server: Server) => void {
  return (server) => {
    server.get('/confirm/callback', async (request: Request, response: Response) => {
      const language = browserLanguage(request);
      const back = await finishSignIn(deps, request).catch((thrown: unknown) => {
        if (!isFault(thrown)) throw thrown;
        deps.log.warn({ fault: thrown.code, reason: thrown.message }, 'a sign-in could not be checked');
        return 'notAnswering' as const;
      });
      if (back === 'notAnswering') {
        sendPage(response, 503, notTakenPage(language, confirmText[language].notAnswering, undefined));
      } else if (back === undefined) {
        sendPage(response, 403, linkGonePage(language));
      } else if (back.purpose.kind === 'confirm') {
        await confirmedPage(deps, request, response, back);
      } else {
        signedInForPass(deps, request, response, back);
      }
    });
  };
}

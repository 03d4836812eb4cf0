import type { Server } from 'restify';
import { mountAboutPage } from './aboutPage';
import { type ConfirmPageDeps, mountConfirmPage } from './confirmPage';
import { mountNotMePage, type NotMePageDeps } from './notMePage';
import { mountPassPage, type PassPageDeps } from './passPage';
import { mountSignInCallback } from './signInCallback';

/** All of Monban's own pages. */
export function mountPages(deps: ConfirmPageDeps & PassPageDeps & NotMePageDeps): (server: Server) => void {
  return (server) => {
    mountAboutPage(server);
    // Before the page of a link, whose address is as long: "callback" is no link.
    mountSignInCallback(deps)(server);
    mountConfirmPage(deps)(server);
    mountPassPage(deps)(server);
    mountNotMePage(deps)(server);
  };
}

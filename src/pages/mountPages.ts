import type { Server } from 'restify';
import { mountAboutPage } from './aboutPage';
import { mountPassPage } from './passPage';

/** All of Monban's own pages. */
export function mountPages(deps: Parameters<typeof mountPassPage>[0]): (server: Server) => void {
  return (server) => {
    mountAboutPage(server);
    mountPassPage(deps)(server);
  };
}

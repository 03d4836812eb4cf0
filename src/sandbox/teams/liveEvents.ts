import type { ServerResponse } from 'node:http';

/** One person's open view of one conversation. */
interface Look {
  readonly personId: string;
  readonly conversationId: string;
}

/** Tells open pages what changed (Server-Sent Events), and knows thereby who is looking. */
export interface LiveEvents {
  open(response: ServerResponse, looks: readonly Look[]): void;
  /** Whoever has the conversation open, each once. */
  lookersAt(conversationId: string): readonly string[];
  changed(conversationId: string): void;
  typing(conversationId: string): void;
  close(): void;
}

/** Keeps the open pages of one stand-in. */
export function createLiveEvents(): LiveEvents {
  const pages = new Map<ServerResponse, readonly Look[]>();
  const tell = (event: string, conversationId: string) => {
    for (const [response, looks] of pages) {
      if (!looks.some((look) => look.conversationId === conversationId)) continue;
      response.write(`event: ${event}\ndata: ${JSON.stringify({ conversationId })}\n\n`);
    }
  };
  return {
    open(response, looks) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write('event: ready\ndata: {}\n\n');
      pages.set(response, looks);
      response.on('close', () => pages.delete(response));
    },
    lookersAt(conversationId) {
      const looks = [...pages.values()].flat().filter((look) => look.conversationId === conversationId);
      return [...new Set(looks.map((look) => look.personId))];
    },
    changed: (conversationId) => {
      tell('changed', conversationId);
    },
    typing: (conversationId) => {
      tell('typing', conversationId);
    },
    close() {
      for (const response of pages.keys()) response.end();
      pages.clear();
    },
  };
}

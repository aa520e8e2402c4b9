import { lookup as systemLookup } from 'node:dns';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { type Paper, papers, stories } from './stories.ts';
import { type Edition, feedTypes, writeFeed, writeFront, writeStory } from './write-pages.ts';

/** Papers that are serving, on the loopback only. */
export interface Newspaper {
  /** The addresses of each paper's front page and feed. */
  papers: { outlet: string; front: string; feed: string }[];
  /** Lets a server reach these papers beside what is public, and nothing else of this machine. */
  web: { lookup: LookupFunction; mayReach(ip: string, port: number): boolean };
  close(): Promise<void>;
}

export interface NewspaperOptions {
  /** Absent: any free port. */
  port?: number;
  /** Stories are of the days before this clock's. */
  clock(): Date;
}

interface Page {
  type: string;
  text: string;
  /** Tells whether it changed; absent on pages that are always sent. */
  etag?: string;
}

function pageAt(path: string, edition: Edition): Page | undefined {
  const { paper } = edition;
  const own = stories.filter(({ host }) => host === paper.host);
  if (path === '/') return { type: 'text/html', text: writeFront(own, edition) };
  if (path === '/feed') {
    const etag = `"${edition.now.toISOString().slice(0, 10)}"`;
    return { type: feedTypes[paper.feed], text: writeFeed(own, edition), etag };
  }
  const story = own.find(({ slug }) => path === `/noticias/${slug}`);
  return story && { type: 'text/html', text: writeStory(story, edition) };
}

/** The page in the charset of its paper. Only UTF-8 is named in the header, as many sites do. */
function send(response: ServerResponse, { type, text, etag }: Page, { charset }: Paper): void {
  const isLatin = charset === 'iso-8859-1';
  response.writeHead(200, {
    'content-type': isLatin ? type : `${type}; charset=utf-8`,
    ...(etag ? { etag } : {}),
  });
  response.end(Buffer.from(text, isLatin ? 'latin1' : 'utf8'));
}

function answer(request: IncomingMessage, response: ServerResponse, clock: () => Date): void {
  const { host = '' } = request.headers;
  const paper = papers.find((one) => host.replace(/:\d+$/, '') === one.host);
  const edition = paper && { paper, base: `http://${host}`, now: clock() };
  const page = edition && pageAt((request.url ?? '/').replace(/[?#].*$/s, ''), edition);
  if (!page || request.method !== 'GET') {
    response.writeHead(404).end();
  } else if (page.etag && request.headers['if-none-match'] === page.etag) {
    response.writeHead(304).end();
  } else {
    send(response, page, edition.paper);
  }
}

const loopback = '127.0.0.1';

/** Finds the papers on this machine, and everything else where the system finds it. */
const lookup: LookupFunction = (host, options, answered) => {
  if (!papers.some((paper) => paper.host === host)) {
    systemLookup(host, options, answered);
  } else if (options.all) {
    answered(null, [{ address: loopback, family: 4 }]);
  } else {
    answered(null, loopback, 4);
  }
};

/** Serves small papers with news of the municipality, pages and feeds alike. */
export async function serveNewspaper({ port = 0, clock }: NewspaperOptions): Promise<Newspaper> {
  const server = createServer((request, response) => answer(request, response, clock));
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(port, loopback, listening);
  });
  const { port: bound } = server.address() as AddressInfo;
  return {
    papers: papers.map(({ outlet, host }) => ({
      outlet,
      front: `http://${host}:${bound}/`,
      feed: `http://${host}:${bound}/feed`,
    })),
    web: { lookup, mayReach: (ip, at) => ip === loopback && at === bound },
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

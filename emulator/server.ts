/** A local server that speaks the video services' wire: for demo mode, for tests, and for other people's clients. */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { ServiceError, notFound, sendError, sendText } from './answers.ts';
import { agentRoutes } from './agent-routes.ts';
import type { ClipSource } from './clips.ts';
import type { EmulatorContext } from './context.ts';
import { controlPrefix, controlRoutes, refuseStrangers, setFaults } from './control-routes.ts';
import type { Exchange, Route } from './exchange.ts';
import type { FaultSpec } from './faults.ts';
import { filesRoutes } from './files-routes.ts';
import { generationFlow } from './generation-flow.ts';
import { sampleImages } from './images.ts';
import type { ImageSource } from './images.ts';
import { imagesRoutes } from './images-routes.ts';
import { interactionsRoutes } from './interactions-routes.ts';
import type { KeyKind } from './keys.ts';
import { modelsRoutes } from './models-routes.ts';
import { createOperations } from './operations.ts';
import { redirectTarget } from './redirect-target.ts';
import type { RecordedRequest } from './requests.ts';
import { addRecord, recordOf, withoutKey } from './requests.ts';
import { folderState, memoryState } from './state.ts';
import { textRoutes } from './text-routes.ts';
import { veoRoutes } from './veo-routes.ts';

export interface EmulatorOptions {
  /** Where the MP4s come from. */
  clips: ClipSource;
  /** Where the images come from; default: plain ones. */
  images?: ImageSource;
  /** Default 0: any free one. It always binds 127.0.0.1. */
  port?: number;
  /** How long a generation takes, default 3000. */
  delayMs?: number;
  /** When given, only this key and those in `keys` are good; otherwise any that is not empty. */
  apiKey?: string;
  /** What single keys have, or why they are refused. */
  keys?: Readonly<Record<string, KeyKind>>;
  /** What a good key has that `keys` does not name, default `all`. */
  models?: KeyKind;
  /** When given, only these OAuth tokens are good on the Agent Platform; otherwise any. */
  tokens?: readonly string[];
  /** Ids of models that answer 404 "is no longer available" and are not listed. */
  retired?: readonly string[];
  /** Where the caller is; `adults-only` as in the EU, the UK, Switzerland and MENA. Default `open`. */
  region?: 'open' | 'adults-only';
  /** When given, operations and their clips outlive the emulator in this folder. */
  stateDir?: string;
  /** Base of the file URIs that it answers with; default its own address. */
  publicUrl?: string;
  /** Milliseconds; for the delay and for the two days after which files expire. */
  now?: () => number;
  /**
   * Whether requests are kept and `/__emulator/` answers; default true. Inside the app neither is wanted: other
   * programs on the machine could read the prompts there.
   */
  control?: boolean;
  /** One line per request, without keys. */
  log?: (line: string) => void;
}

export interface Emulator {
  /** Without a slash at its end. */
  url: string;
  port: number;
  /** Newest last, at most 1000; requests of the control surface are left out. */
  requests: RecordedRequest[];
  /** What the second origin of the `redirect` fault was asked. */
  redirected: RecordedRequest[];
  /** Those that created an operation and that the service would have billed: refused ones are not among them. */
  creates(): RecordedRequest[];
  /** Replaces all of them. */
  setFaults(faults: readonly FaultSpec[]): void;
  /** From now on these models are out of use, and no others. */
  setRetired(ids: readonly string[]): void;
  /** Also cuts open connections. */
  close(): Promise<void>;
}

const aboutPage = `This is an emulator of the Gemini API and the Agent Platform for video (Veo, Omni Flash), running on this machine only. Its clips are samples, nothing is billed, and any key that is not empty will do unless it was started with one. Point a client's base URL here and call it as you would call the service.
`;

/** @throws when the port is taken or the state folder cannot be used */
export async function startEmulator(options: EmulatorOptions): Promise<Emulator> {
  const { now = Date.now, log = () => undefined, control = true } = options;
  const requests: RecordedRequest[] = [];
  const redirected: RecordedRequest[] = [];
  const ending = new AbortController();
  const state = options.stateDir === undefined ? memoryState() : folderState(options.stateDir, log);
  const operations = createOperations({
    clips: options.clips,
    state,
    delayMs: options.delayMs ?? 3000,
    now,
    log,
  });
  const target = redirectTarget({
    requests: redirected,
    now,
    async readFile(fileId) {
      const operation = operations.findByFile(fileId);
      return operation === undefined ? null : operations.readClip(operation);
    },
  });

  const server = createServer();
  let port = 0;
  const context: EmulatorContext = {
    operations,
    requests,
    keys: {
      apiKey: options.apiKey,
      keys: options.keys ?? {},
      otherKeys: options.models ?? 'all',
      tokens: options.tokens,
    },
    retired: options.retired ?? [],
    region: options.region ?? 'open',
    faults: [],
    publicUrl: () => (options.publicUrl ?? `http://127.0.0.1:${port}`).replace(/\/+$/, ''),
    redirectUrl: (fileId) => target.urlFor(fileId),
    sleep: async (ms) => {
      await wait(ms, undefined, { signal: ending.signal, ref: false });
    },
  };
  const flow = generationFlow(context);
  const routes = [
    ...imagesRoutes(context, flow, options.images ?? sampleImages, options.delayMs ?? 3000),
    ...textRoutes(context),
    ...veoRoutes(context, flow),
    ...interactionsRoutes(context, flow),
    ...agentRoutes(context, flow),
    ...filesRoutes(context),
    ...modelsRoutes(context),
    ...(control ? controlRoutes(context) : []),
    aboutRoute,
  ];

  server.on('request', (request, response) => {
    const record = recordOf(request, now());
    if (control && !record.path.startsWith(controlPrefix)) addRecord(requests, record);
    response.once('finish', () => {
      record.status = response.statusCode;
    });
    response.once('close', () => {
      log(`${record.method} ${withoutKey(record.path)} ${record.status ?? 'cut'}`);
    });
    void serve(routes, request, response, record).catch((error: unknown) => {
      // A client that went away in the middle of its body is not the emulator's failure.
      if (!response.destroyed)
        log(`failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      sendError(response, new ServiceError(500, 'INTERNAL', 'The emulator failed; its log says why.'));
    });
  });

  await operations.load();
  port = await listen(server, options.port ?? 0);

  let closing: Promise<void> | null = null;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    requests,
    redirected,
    creates: () => requests.filter((request) => request.operation !== null),
    setFaults: (faults) => {
      setFaults(context, faults);
    },
    setRetired(ids) {
      context.retired = ids;
    },
    close() {
      closing ??= (async () => {
        ending.abort();
        const closed = new Promise<void>((resolve) =>
          server.close(() => {
            resolve();
          }),
        );
        server.closeAllConnections();
        await Promise.all([closed, target.close(), operations.close()]);
      })();
      return closing;
    },
  };
}

const aboutRoute: Route = {
  methods: ['GET', 'HEAD'],
  pattern: /^\/$/,
  handle: ({ response }) => {
    sendText(response, 200, aboutPage, 'text/plain; charset=utf-8');
  },
};

async function serve(
  routes: readonly Route[],
  request: IncomingMessage,
  response: ServerResponse,
  record: RecordedRequest,
): Promise<void> {
  try {
    const url = parseUrl(record.path);
    const path = url === null ? null : decodePath(url.pathname);
    if (url === null || path === null) throw notFound('The requested URL was not found on this server.');
    const exchange: Exchange = { request, response, url, params: {}, record };
    if (path.startsWith(controlPrefix)) refuseStrangers(exchange);
    const route = routes.find((each) => each.methods.includes(record.method) && each.pattern.test(path));
    if (route === undefined)
      throw notFound(`The requested URL ${path.slice(0, 200)} was not found on this server.`);
    exchange.params = { ...route.pattern.exec(path)?.groups };
    await route.handle(exchange);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    sendError(response, error);
  } finally {
    // What nobody read would block the connection for the next request.
    request.resume();
  }
}

/** Base URLs with a slash at their end make paths that begin with two; those are not host names. */
function parseUrl(path: string): URL | null {
  const text = path.replace(/^\/{2,}/, '/');
  return URL.canParse(text, 'http://127.0.0.1') ? new URL(text, 'http://127.0.0.1') : null;
}

/** Clients escape the colon of `:predictLongRunning` or not. */
function decodePath(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

/**
 * What tests and the command line steer the emulator with. No web page may: requests with an Origin, from another
 * site, or for a host name that only pretends to be this machine are refused.
 */
import { z } from 'zod';
import { ServiceError, invalidArgument, sendJson } from './answers.ts';
import type { EmulatorContext } from './context.ts';
import type { Exchange, Route } from './exchange.ts';
import { readJson } from './exchange.ts';
import type { FaultSpec } from './faults.ts';
import { activate, faultSpecSchema } from './faults.ts';
import { withoutKeys } from './requests.ts';

export const controlPrefix = '/__emulator/';

const specsSchema = z.array(faultSpecSchema).max(100);
const bodySchema = z.union([specsSchema, z.strictObject({ faults: specsSchema })]);

/** @throws ServiceError 403 for whatever a browser could have been talked into */
export function refuseStrangers({ request }: Exchange): void {
  const { origin, host = '' } = request.headers;
  const site = request.headers['sec-fetch-site'];
  const loopback = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i.test(host);
  if (origin === undefined && loopback && (site === undefined || site === 'none')) return;
  throw new ServiceError(403, 'PERMISSION_DENIED', 'Only programs on this machine may steer the emulator.');
}

export function setFaults(context: EmulatorContext, specs: readonly FaultSpec[]): void {
  context.faults.splice(0, Infinity, ...specs.map(activate));
}

/** @param context shared by all wires */
export function controlRoutes(context: EmulatorContext): Route[] {
  function sendFaults(exchange: Exchange): void {
    const list = context.faults.map(({ spec, left }) => ({ ...spec, left: left === Infinity ? null : left }));
    sendJson(exchange.response, 200, { faults: list });
  }

  return [
    {
      methods: ['GET'],
      pattern: /^\/__emulator\/requests$/,
      handle: (exchange) => {
        sendJson(exchange.response, 200, { requests: context.requests.map(withoutKeys) });
      },
    },
    { methods: ['GET'], pattern: /^\/__emulator\/faults$/, handle: sendFaults },
    {
      methods: ['POST'],
      pattern: /^\/__emulator\/faults$/,
      async handle(exchange) {
        const parsed = bodySchema.safeParse(await readJson(exchange));
        if (!parsed.success) throw invalidArgument(z.prettifyError(parsed.error));
        setFaults(context, Array.isArray(parsed.data) ? parsed.data : parsed.data.faults);
        sendFaults(exchange);
      },
    },
    {
      methods: ['DELETE'],
      pattern: /^\/__emulator\/faults$/,
      handle(exchange) {
        setFaults(context, []);
        sendFaults(exchange);
      },
    },
  ];
}

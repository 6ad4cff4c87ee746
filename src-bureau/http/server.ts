// The HTTP side: listens on loopback, limits what it reads, runs a route's guard and input check, and turns what services throw into codes.
// Whoever puts the bureau on a network puts a TLS proxy in front. Bodies and headers are never logged.
import { timingSafeEqual } from 'node:crypto';
import { parseStrictJson } from '@shared/attestation/strict-json';
import { sha256Hex } from '@shared/basics/digest';
import { checkRequest, REQUEST_HEADER } from '@shared/bureau/request';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { findWorkstation } from '../intake/intake';
import { Refused, STATUSES } from '../refused';
import type { Service } from '../service';
import { isDatabaseAway } from '../store/postgres-pool';
import { openApiDocument } from './openapi';
import { publicRoutes } from './public-routes';
import type { Reply, Route } from './route';
import { staffRoutes } from './staff-routes';
import { workstationRoutes } from './workstation-routes';

export const routes: readonly Route[] = [...publicRoutes, ...workstationRoutes, ...staffRoutes];

/** A batch of ledger lines; one line is at most 1 MiB. */
const MAX_BODY_BYTES = 32 * 1024 * 1024;
const MAX_JSON_BYTES = 1024 * 1024;

/** @param report is told of failures that are nobody's fault but ours. */
export function createServer(service: Service, report: (error: unknown) => void): FastifyInstance {
  const server = fastify({
    bodyLimit: MAX_JSON_BYTES,
    requestTimeout: 60_000,
    connectionTimeout: 60_000,
    keepAliveTimeout: 10_000,
    routerOptions: { maxParamLength: 128 },
  });
  // Bodies stay bytes: what is signed is stored as it came, and JSON goes through the strict parser.
  server.removeAllContentTypeParsers();
  for (const type of ['application/json', 'application/x-ndjson']) {
    server.addContentTypeParser(type, { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  }
  server.setErrorHandler(async (error, request, reply) => {
    const refused = refusalOf(error);
    if (refused === null) report(error);
    return refuse(service, request, reply, refused ?? new Refused('INTERNAL'));
  });
  server.setNotFoundHandler(async (request, reply) => refuse(service, request, reply, new Refused('NOT_FOUND')));
  const document = openApiDocument(routes, '1');
  server.get('/openapi.json', async () => document);
  for (const route of routes) addRoute(server, service, route);
  return server;
}

function addRoute(server: FastifyInstance, service: Service, route: Route): void {
  server.route({
    method: route.method,
    url: route.path.replace(/\{(\w+)\}/g, ':$1'),
    bodyLimit: route.sent?.type === 'application/x-ndjson' ? MAX_BODY_BYTES : MAX_JSON_BYTES,
    async handler(request, reply) {
      const params = parsed(route.params, request.params, 'path');
      await guard(service, route, request, params);
      const bytes = request.body instanceof Uint8Array ? new Uint8Array(request.body) : new Uint8Array();
      if (route.sent !== undefined && request.headers['content-type']?.split(';')[0]?.trim() !== route.sent.type) {
        throw new Refused('REQUEST_MALFORMED', { detail: `content type, not ${route.sent.type}` });
      }
      const body = route.sent === undefined || route.sent.raw ? undefined : parsed(route.sent.schema, jsonIn(bytes), 'body');
      const header = (name: string): string | undefined => headerOf(request, name);
      const query = parsed(route.query.strict(), request.query, 'query');
      return send(reply, route, await route.handle(service, { params, query, body, bytes, header }));
    },
  });
}

function send(reply: FastifyReply, route: Route, { status, body, fileName }: Reply): FastifyReply {
  const type = route.replies[status]?.type ?? 'application/json';
  if (fileName !== undefined) reply.header('content-disposition', `attachment; filename="${fileName}"`);
  reply.code(status).header('cache-control', 'no-store');
  reply.header('content-type', type === 'application/x-ndjson' ? type : `${type}; charset=utf-8`);
  if (typeof body === 'string') return reply.send(body);
  return reply.send(body instanceof Uint8Array ? Buffer.from(body) : JSON.stringify(body));
}

function parsed<S extends z.ZodType>(schema: S, value: unknown, where: string): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new Refused('REQUEST_MALFORMED', { detail: [where, ...(result.error.issues[0]?.path ?? [])].join('.') });
}

function jsonIn(bytes: Uint8Array): unknown {
  const json = parseStrictJson(bytes);
  if (!json.ok) throw new Refused('REQUEST_MALFORMED', { detail: json.code });
  return json.value;
}

const headerOf = (request: FastifyRequest, name: string): string | undefined => {
  const value = request.headers[name.toLowerCase()];
  return typeof value === 'string' ? value : undefined;
};

async function guard(service: Service, route: Route, request: FastifyRequest, params: Record<string, unknown>): Promise<void> {
  if (route.guard === 'staff') {
    const given = headerOf(request, 'authorization') ?? '';
    // Compared as digests, which have one length, in constant time.
    const [mine, theirs] = [`Bearer ${service.staffToken}`, given].map((text) => Buffer.from(sha256Hex(Buffer.from(text))));
    if (mine === undefined || theirs === undefined || !timingSafeEqual(mine, theirs)) throw new Refused('STAFF_TOKEN_WRONG');
  }
  if (route.guard === 'workstation') {
    const { key } = await findWorkstation(service.store, String(params.keyid));
    const asked = { method: route.method, path: request.url };
    const checked = checkRequest(headerOf(request, REQUEST_HEADER), key, asked, service.clock());
    if (!checked.ok) throw new Refused(checked.code);
  }
}

/** @returns null for a failure of ours. */
function refusalOf(error: unknown): Refused | null {
  if (error instanceof Refused) return error;
  const { code, statusCode } = (error ?? {}) as { code?: unknown; statusCode?: unknown };
  if (isDatabaseAway(error)) return new Refused('BUSY');
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new Refused('BODY_TOO_LARGE');
  // What fastify refuses by itself: an unknown content type, a length that lies, a path that is not UTF-8.
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500) {
    return new Refused('REQUEST_MALFORMED', typeof code === 'string' ? { detail: code } : {});
  }
  return null;
}

/** Every reply about sending carries the head, so that a workstation always learns where the bureau stands. */
async function refuse(service: Service, request: FastifyRequest, reply: FastifyReply, refused: Refused): Promise<FastifyReply> {
  const keyid = /^\/v1\/workstations\/([0-9a-f]{64})\/entries$/.exec(request.url)?.[1];
  const head = keyid === undefined || request.method !== 'POST' ? undefined : await headOf(service, keyid);
  const body = { code: refused.code, ...refused.facts, ...(head !== undefined && { head }) };
  return reply
    .code(STATUSES[refused.code])
    .header('cache-control', 'no-store')
    .header('content-type', 'application/json; charset=utf-8')
    .send(JSON.stringify(body));
}

const headOf = async ({ store }: Service, keyid: string) =>
  findWorkstation(store, keyid).then(
    ({ head }) => head,
    () => null,
  );

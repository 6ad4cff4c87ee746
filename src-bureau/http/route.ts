// What a call of the bureau is: one typed description from which the server's handler, the check of the input and the OpenAPI document all follow.
// Knows nothing of fastify.
import type { z } from 'zod';
import type { RefusedCode } from '../refused';
import type { Service } from '../service';

export type MediaType = 'application/json' | 'application/x-ndjson' | 'text/plain';

/** `schema` is checked by the tests and stands in the OpenAPI document; the types of what is returned are the services'. */
export type ReplyDescription = { readonly description: string; readonly type: MediaType; readonly schema?: z.ZodType };

/** Who may call: anyone; the workstation that the path names, by `Shiqi-Request`; the bureau's staff, by their token. */
export type Guard = 'anyone' | 'workstation' | 'staff';

export type Reply = { readonly status: number; readonly body: string | Uint8Array | object; readonly fileName?: string };

type Shape = z.ZodObject;
type Input<P extends Shape, Q extends Shape, B extends z.ZodType> = {
  readonly params: z.output<P>;
  readonly query: z.output<Q>;
  /** Of a JSON call: the parsed body. */
  readonly body: z.output<B>;
  /** The bytes as they came. */
  readonly bytes: Uint8Array;
  readonly header: (name: string) => string | undefined;
};

/** `path` as OpenAPI writes it: `/v1/workstations/{keyid}/head`. `raw`: what is sent is not JSON of ours to parse, but bytes. */
export type Route<P extends Shape = Shape, Q extends Shape = Shape, B extends z.ZodType = z.ZodType> = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly summary: string;
  readonly guard: Guard;
  readonly params: P;
  readonly query: Q;
  readonly headers?: Readonly<Record<string, string>>;
  readonly sent?: { readonly type: MediaType; readonly schema: B; readonly raw: boolean };
  readonly replies: Readonly<Record<number, ReplyDescription>>;
  readonly refusals: readonly RefusedCode[];
  readonly handle: (service: Service, input: Input<P, Q, B>) => Promise<Reply>;
};

/** Infers the types of one route and forgets them, so that routes of different shapes fit into one list. */
export const route = <P extends Shape, Q extends Shape, B extends z.ZodType>(description: Route<P, Q, B>): Route =>
  description as unknown as Route;

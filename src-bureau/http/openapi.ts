// The OpenAPI document, derived from the same descriptions that the server runs: nothing is written down twice.
import { refusalSchema } from '@shared/bureau/http';
import { z } from 'zod';
import { type RefusedCode, STATUSES } from '../refused';
import type { Route } from './route';

/** As input, also of replies: an output schema would forbid fields that a later version adds. */
const jsonSchema = (schema: z.ZodType) => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return rest;
};

/** OpenAPI 3.1, whose schemas are JSON Schema 2020-12. */
export function openApiDocument(routes: readonly Route[], version: string): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operationOf(route) };
  return {
    openapi: '3.1.0',
    info: { title: 'Shiqi bureau intake', version, description: 'The log records, it does not judge.' },
    paths,
    components: {
      schemas: { Refusal: jsonSchema(refusalSchema) },
      securitySchemes: {
        staff: { type: 'http', scheme: 'bearer', description: "The token in the service's data folder" },
        workstation: {
          type: 'apiKey',
          in: 'header',
          name: 'Shiqi-Request',
          description:
            "Base64 of a C2SP note by the workstation's key over three lines: shiqi-request/v1, method and path, POSIX time (10 minutes)",
        },
      },
    },
  };
}

function operationOf(route: Route): object {
  const { sent, headers = {} } = route;
  const parameters = [
    ...parametersOf('path', route.params),
    ...parametersOf('query', route.query),
    ...Object.entries(headers).map(([name, description]) => ({
      name,
      in: 'header',
      required: true,
      description,
      schema: { type: 'string' },
    })),
  ];
  return {
    summary: route.summary,
    ...(route.guard !== 'anyone' && { security: [{ [route.guard]: [] }] }),
    ...(parameters.length > 0 && { parameters }),
    ...(sent && { requestBody: { required: true, content: { [sent.type]: { schema: jsonSchema(sent.schema) } } } }),
    responses: { ...repliesOf(route), ...refusalsOf(route) },
  };
}

function parametersOf(place: 'path' | 'query', shape: Route['params']): object[] {
  return Object.entries(shape.shape).map(([name, schema]) => ({
    name,
    in: place,
    required: !schema.safeParse(undefined).success,
    schema: jsonSchema(schema),
  }));
}

const repliesOf = ({ replies }: Route): Record<string, object> =>
  Object.fromEntries(
    Object.entries(replies).map(([status, { description, type, schema }]) => [
      status,
      { description, content: { [type]: { schema: schema === undefined ? { type: 'string' } : jsonSchema(schema) } } },
    ]),
  );

function refusalsOf(route: Route): Record<string, object> {
  const guarded = {
    anyone: [],
    workstation: ['WORKSTATION_UNKNOWN', 'REQUEST_UNSIGNED', 'REQUEST_OTHER', 'REQUEST_STALE'],
    staff: ['STAFF_TOKEN_WRONG'],
  } as const;
  const codes = new Set<RefusedCode>([...guarded[route.guard], ...route.refusals]);
  const byStatus: Record<string, object> = {};
  for (const status of new Set([...codes].map((code) => STATUSES[code]))) {
    const description = [...codes].filter((code) => STATUSES[code] === status).join(', ');
    byStatus[status] = { description, content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } } };
  }
  return byStatus;
}

import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { AccessError } from '@/lib/access';
import { currentMember } from '@/app/member';
import type { SignedInMember } from '@/lib/auth';
import { noteFailure } from '@/lib/cache';
import { databaseAlive, isOutOfSpace } from '@/lib/db';
import {
  isLanguage,
  isUserError,
  translator,
  UserError,
  type MessageKey,
  type UserErrorKind,
} from '@/lib/i18n';

/** What an endpoint is given once its input has been parsed. */
export interface Call<Body, Query> {
  body: Body;
  query: Query;
  /** Parts of the address, decoded. */
  params: Record<string, string>;
  request: Request;
  /** Address of the visitor, for throttles. */
  address: string;
}

/** What every endpoint answers when something went wrong; `message` is for the person, in their language. */
export interface Failure {
  error: { code: string; message: string; field?: string; details?: unknown };
}

interface Options<Body, Query> {
  /** Of a JSON body; without it the body is left to `run`. */
  body?: z.ZodType<Body>;
  /** Of the query, every value a string. */
  query?: z.ZodType<Query>;
}

type Handler = (
  request: Request,
  /** The framework gives none to an address without variable parts, whatever its types say. */
  context: { params: Promise<Record<string, string | string[] | undefined> | undefined> },
) => Promise<Response>;

const STATUS: Record<UserErrorKind, number> = {
  invalid: 422,
  'not-signed-in': 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  unsupported: 415,
  'too-many': 429,
  unavailable: 503,
};

/**
 * An endpoint for members: parses its input, finds out who asks, and answers with what `run` returns as JSON (204 for
 * nothing). {@link UserError}s become an answer with their sentence; anything else is logged and told apart only by a
 * reference. That the request comes from a page of this site was checked before (lib/http).
 */
export function memberEndpoint<Body = undefined, Query = undefined>(
  options: Options<Body, Query> & {
    run: (call: Call<Body, Query> & { viewer: SignedInMember }) => Promise<unknown>;
  },
): Handler {
  return handler(options, async (call) => {
    const viewer = await currentMember();
    if (viewer === null) throw new AccessError('not-signed-in');
    return options.run({ ...call, viewer });
  });
}

/** Like {@link memberEndpoint}, for those who need not be signed in. */
export function openEndpoint<Body = undefined, Query = undefined>(
  options: Options<Body, Query> & { run: (call: Call<Body, Query>) => Promise<unknown> },
): Handler {
  return handler(options, options.run);
}

function handler<Body, Query>(
  options: Options<Body, Query>,
  run: (call: Call<Body, Query>) => Promise<unknown>,
): Handler {
  return async (request, { params }) => {
    try {
      const result = await run({
        body: (options.body ? options.body.parse(await json(request)) : undefined) as Body,
        query: (options.query
          ? options.query.parse(Object.fromEntries(new URL(request.url).searchParams))
          : undefined) as Query,
        params: decoded((await params) ?? {}),
        request,
        address: request.headers.get('x-forwarded-for') ?? 'unknown',
      });
      if (result instanceof Response) return result;
      return result === undefined ? new Response(null, { status: 204 }) : Response.json(result);
    } catch (error) {
      return failure(error, request);
    }
  };
}

async function json(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch {
    throw new UserError({ kind: 'invalid', code: 'invalid', key: 'request.invalid' });
  }
}

function decoded(params: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, String(value ?? '').normalize('NFC')]),
  );
}

async function failure(error: unknown, request: Request): Promise<Response> {
  const asked = request.headers.get('x-language') ?? '';
  const t = translator(isLanguage(asked) ? asked : 'ko');
  if (isUserError(error)) {
    const { kind, code, key, values, field, details } = error;
    return answer(STATUS[kind], { code, message: t(key, values), field, details });
  }
  if (error instanceof z.ZodError) {
    const field = error.issues[0]?.path.join('.');
    return answer(422, { code: 'invalid', message: t('request.invalid'), field });
  }
  if (isOutOfSpace(error) || !(await databaseAlive())) {
    return answer(503, { code: 'unavailable', message: t('request.unavailable' satisfies MessageKey) });
  }
  const reference = randomBytes(4).toString('hex');
  const told = new Error(`reference ${reference}`, { cause: error });
  if (!noteFailure(told)) process.stderr.write(`${told.stack ?? ''}\n`);
  return answer(500, { code: 'failed', message: t('request.failed', { reference }) });
}

function answer(status: number, error: Failure['error']): Response {
  return Response.json({ error } satisfies Failure, { status });
}

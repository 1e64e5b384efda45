import type { I18n } from '@/lib/i18n';

/** What went wrong with a call, with a sentence for the person. */
export interface CallFailure {
  ok: false;
  /** HTTP status; 0 where no answer came. */
  status: number;
  /** `offline`, `not-signed-in`, `address-taken` … */
  code: string;
  message: string;
  /** Input that it is about. */
  field?: string;
  details?: unknown;
}

export type Answer<Value> = { ok: true; value: Value } | CallFailure;

export interface CallOptions {
  signal?: AbortSignal;
  /** Lets the browser finish the request although the page goes away; for at most 64 KB. */
  keepalive?: boolean;
}

/**
 * Calls an endpoint of this site. Never throws: a lost connection and every refusal are values.
 *
 * @param method `GET` changes nothing.
 * @param body sent as JSON.
 */
export async function call<Value>(
  i18n: I18n,
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  address: string,
  body?: unknown,
  options: CallOptions = {},
): Promise<Answer<Value>> {
  let response: Response;
  try {
    response = await fetch(address, {
      method,
      headers: {
        'X-Language': i18n.locale,
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...options,
    });
  } catch {
    return { ok: false, status: 0, code: 'offline', message: i18n.t('request.offline') };
  }
  return answerOf<Value>(i18n, response.status, await response.text().catch(() => ''));
}

/** What an answer of an endpoint means; for requests that are not made by {@link call}, such as uploads. */
export function answerOf<Value>(i18n: I18n, status: number, text: string): Answer<Value> {
  const parsed = parse(text);
  if (status >= 200 && status < 300) return { ok: true, value: parsed as Value };
  const error = (parsed as { error?: Partial<CallFailure> } | null)?.error;
  return {
    ok: false,
    status,
    code: error?.code ?? 'failed',
    // A proxy or a server that is just starting answers with something else.
    message: error?.message ?? i18n.t('request.unavailable'),
    ...(error?.field !== undefined && { field: error.field }),
    details: error?.details,
  };
}

function parse(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return null;
  }
}

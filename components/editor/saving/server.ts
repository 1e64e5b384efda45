import type { call as callEndpoint, Answer, CallFailure } from '../../desk';
import { troubleOf, type Trouble } from './trouble';
import type { Clock, DraftText, ServerDraft } from './types';
import type { I18n } from '@/lib/i18n';

/** Milliseconds until a request without an answer is given up. */
const LIMIT = 20_000;

/** What a save sends. */
export interface Save extends DraftText {
  /** Of the server's text that it builds upon. */
  baseVersion: number;
  saveKey: string;
  /** To become revisions, because the text does not contain them. */
  asides: DraftText[];
  /** Not to be put together with the revision before. */
  isApart: boolean;
  /** Whose text it is: nobody else may save it in their name. */
  memberId: string;
}

type Told = Omit<Trouble, 'since'>;

export interface Server {
  read(): Promise<{ isOk: true; draft: ServerDraft } | { isOk: false; trouble: Told }>;
  save(
    save: Save,
    isFarewell: boolean,
  ): Promise<
    | { isOk: true; version: number; savedAt: string }
    | { isOk: false; newer: ServerDraft }
    | { isOk: false; newer: null; trouble: Told }
  >;
  /** @returns null when the member is signed in, otherwise what is the matter. */
  session(): Promise<Told | null>;
}

/** The endpoints of one draft. */
export function createServer(
  {
    translationId,
    memberId,
    i18n,
    call,
  }: { translationId: string; memberId: string; i18n: I18n; call: typeof callEndpoint },
  clock: Clock,
): Server {
  const address = `/api/drafts/${translationId}/`;

  async function ask<Value>(
    method: 'GET' | 'PUT',
    to: string,
    body?: unknown,
    keepalive = false,
  ): Promise<Answer<Value>> {
    const giveUp = new AbortController();
    const callOff = clock.after(LIMIT, () => giveUp.abort());
    try {
      return await call<Value>(i18n, method, to, body, { signal: giveUp.signal, keepalive });
    } finally {
      callOff();
    }
  }

  /** Something in between, such as a proxy, may answer in the server's stead. */
  const strange = (): Told => ({
    status: 'unavailable',
    message: i18n.t('request.unavailable'),
    otherName: null,
  });

  const told = (failure: CallFailure): Told => ({
    status: failure.code === 'other-member' ? 'other-member' : troubleOf(failure),
    message: failure.message,
    otherName: null,
  });

  return {
    async read() {
      const answer = await ask<ServerDraft>('GET', address);
      if (!answer.ok) return { isOk: false, trouble: told(answer) };
      return isDraft(answer.value)
        ? { isOk: true, draft: answer.value }
        : { isOk: false, trouble: strange() };
    },

    async save(save, isFarewell) {
      const answer = await ask<{ version: number; savedAt: string } | null>('PUT', address, save, isFarewell);
      if (answer.ok) {
        if (typeof answer.value?.version !== 'number')
          return { isOk: false, newer: null, trouble: strange() };
        return { isOk: true, version: answer.value.version, savedAt: answer.value.savedAt };
      }
      if (answer.code === 'draft-conflict' && isDraft(answer.details)) {
        return { isOk: false, newer: answer.details };
      }
      return { isOk: false, newer: null, trouble: told(answer) };
    },

    async session() {
      const answer = await ask<{ memberId: string; name: string } | null>('GET', '/api/session/');
      if (!answer.ok) return told(answer);
      if (answer.value?.memberId === memberId) return null;
      return { status: 'other-member', message: null, otherName: answer.value?.name ?? '' };
    },
  };
}

function isDraft(value: unknown): value is ServerDraft {
  if (typeof value !== 'object' || value === null) return false;
  const { version, source, title, summary } = value as Partial<ServerDraft>;
  return [source, title, summary].every((it) => typeof it === 'string') && typeof version === 'number';
}

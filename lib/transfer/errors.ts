/** Why a source as a whole cannot be read; messages/transfer.*.json holds a sentence for each. */
export const importFailures = [
  'source-missing',
  'source-empty',
  'source-unreadable',
  'source-too-many-files',
  'not-a-hugo-site',
  'feed-too-large',
  'feed-html',
  'feed-not-a-feed',
  'feed-entities',
  'feed-encoding',
  'feed-broken',
  'feed-too-deep',
  'fetch-address-invalid',
  'fetch-address-private',
  'fetch-not-found',
  'fetch-unreachable',
  'fetch-timeout',
  'fetch-too-large',
  'fetch-too-many-redirects',
  'fetch-status',
  'fetch-encoding',
] as const;

export type ImportFailure = (typeof importFailures)[number];

/** A source that cannot be read at all. Single documents never throw: they become notices. */
export class ImportError extends Error {
  override readonly name = 'ImportError';

  constructor(
    readonly code: ImportFailure,
    /** Parameters of the message; `source` is always there. */
    readonly values: Readonly<Record<string, string | number>>,
    options?: ErrorOptions,
  ) {
    super(`${code}: ${values.source ?? ''}`, options);
  }
}

/**
 * Why nothing was fetched:
 * `address-invalid` no http(s) address, or one with a user name; `address-private` leads into a private network;
 * `not-found` no such host; `unreachable` connection failed; `timeout`; `too-large`; `too-many-redirects`;
 * `status` the server answered with another status than 2xx; `encoding` the answer cannot be decompressed.
 */
export type FetchFailure =
  | 'address-invalid'
  | 'address-private'
  | 'not-found'
  | 'unreachable'
  | 'timeout'
  | 'too-large'
  | 'too-many-redirects'
  | 'status'
  | 'encoding';

/** A fetch that did not succeed, for a reason that a person can be told. */
export class FetchError extends Error {
  override readonly name = 'FetchError';

  constructor(
    readonly code: FetchFailure,
    /** The address at which it failed; differs from the one asked for after a redirect. */
    readonly url: string,
    /** Parameters of the message: `status`, `maxBytes`, `timeoutMs`. */
    readonly values: Readonly<Record<string, string | number>> = {},
    options?: ErrorOptions,
  ) {
    super(`${code}: ${url}`, options);
  }
}

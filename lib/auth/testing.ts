import { createSign, generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Who is signed in at the provider. */
export interface OutsidePerson {
  sub: string;
  email?: string;
  email_verified?: boolean | string;
  name?: string;
}

/** An OpenID Connect provider for tests, on this machine. */
export interface TestIssuer {
  /** For `OIDC_ISSUER`; any client id and secret will do. */
  url: string;
  /** The person consents to what the authorization address asks. @returns query of the way back. */
  consent: (authorizationUrl: string, person: OutsidePerson) => Record<string, string>;
  close: () => Promise<void>;
}

const base64url = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Starts a provider on a free port. @param claimsIn where e-mail and name are told: in the ID token, or when asked for. */
export async function startIssuer(claimsIn: 'token' | 'userinfo' = 'token'): Promise<TestIssuer> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const granted = new Map<string, { query: URLSearchParams; person: OutsidePerson }>();
  let url = '';

  function idToken(query: URLSearchParams, person: OutsidePerson): string {
    const seconds = Math.floor(Date.now() / 1000);
    const claims = {
      iss: url,
      aud: query.get('client_id'),
      iat: seconds,
      exp: seconds + 300,
      nonce: query.get('nonce'),
      ...(claimsIn === 'token' ? person : { sub: person.sub }),
    };
    const signed = `${base64url({ alg: 'RS256', kid: 'test', typ: 'JWT' })}.${base64url(claims)}`;
    return `${signed}.${createSign('RSA-SHA256').update(signed).sign(privateKey).toString('base64url')}`;
  }

  async function answer(request: IncomingMessage): Promise<unknown> {
    switch (request.url) {
      case '/.well-known/openid-configuration':
        return {
          issuer: url,
          authorization_endpoint: `${url}/authorize`,
          token_endpoint: `${url}/token`,
          userinfo_endpoint: `${url}/userinfo`,
          jwks_uri: `${url}/jwks`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['RS256'],
        };
      case '/jwks':
        return { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'test', use: 'sig', alg: 'RS256' }] };
      case '/token': {
        const code = new URLSearchParams(await bodyOf(request)).get('code') ?? '';
        const grant = granted.get(code);
        if (!grant) return { error: 'invalid_grant' };
        return {
          access_token: code,
          token_type: 'Bearer',
          expires_in: 300,
          id_token: idToken(grant.query, grant.person),
        };
      }
      case '/userinfo':
        return granted.get(request.headers.authorization?.replace('Bearer ', '') ?? '')?.person;
      default:
        return undefined;
    }
  }

  const server = createServer((request, response) => {
    answer(request).then(
      (body) =>
        response
          .writeHead(body ? 200 : 404, { 'Content-Type': 'application/json' })
          .end(JSON.stringify(body)),
      () => response.destroy(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    consent: (authorizationUrl, person) => {
      const query = new URL(authorizationUrl).searchParams;
      const code = randomUUID();
      granted.set(code, { query, person });
      return { code, state: query.get('state') ?? '' };
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}

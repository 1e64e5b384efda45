/** Where one goes who did not come from anywhere. */
const HOME = '/write/';

/** Any origin will do: what leads away from it leads away from the site. */
const HERE = 'http://here.invalid';

/**
 * Where to go after signing in. What comes from an address bar is not believed: other sites (`//evil.example`,
 * `/\evil.example`, `https:…`), scripts, endpoints, and the doors themselves lead to the desk instead.
 *
 * @param next what was asked for, if anything.
 * @returns an address of this site, from its root.
 */
export function safeNext(next: string | readonly string[] | null | undefined): string {
  if (typeof next !== 'string' || next.length > 2000) return HOME;
  if (!next.startsWith('/') || /[\\\s\p{Cc}]/u.test(next)) return HOME;
  if (!URL.canParse(next, HERE)) return HOME;
  const { origin, pathname, search, hash } = new URL(next, HERE);
  // Dots are resolved only now: `/.//evil.example` has become `//evil.example`.
  if (origin !== HERE || pathname.startsWith('//')) return HOME;
  if (/^\/(?:en\/)?(?:api|_next|signin|signout|setup|invite|password|email)(?:\/|$)/.test(pathname))
    return HOME;
  return pathname + search + hash;
}

/**
 * @typedef {Record<string, { version?: string, optional?: boolean, peer?: boolean, link?: boolean }>} Packages
 */

/**
 * Whether `node_modules` holds what the lock file asks for.
 *
 * @param {Packages} want packages of package-lock.json.
 * @param {Packages} have packages of node_modules/.package-lock.json, which npm writes once everything is in place.
 */
export function isInstalled(want, have) {
  return Object.entries(want).every(([path, { version, optional, peer, link }]) => {
    if (path === '' || link) return true;
    // Optional packages may be for other systems.
    if (!have[path]) return Boolean(optional || peer);
    return have[path].version === version;
  });
}

/**
 * @typedef {Record<string, { version?: string, optional?: boolean, peer?: boolean, dev?: boolean, devOptional?: boolean, link?: boolean }>} Packages
 */

/**
 * Whether `node_modules` holds what the lock file asks for.
 *
 * @param {Packages} want packages of package-lock.json.
 * @param {Packages} have packages of node_modules/.package-lock.json, which npm writes once everything is in place.
 * @param {boolean} withTools whether what only building and testing need has to be there.
 */
export function isInstalled(want, have, withTools) {
  return Object.entries(want).every(([path, { version, optional, peer, dev, devOptional, link }]) => {
    if (path === '' || link) return true;
    // Optional packages may be for other systems.
    if (!have[path]) return Boolean(optional || peer || (!withTools && (dev || devOptional)));
    return have[path].version === version;
  });
}

/**
 * Time zones to choose from, by name. Asked for on the server: a browser may know others, and the page would differ.
 *
 * @param chosen is among them in any case; names of one zone differ between releases.
 */
export function timeZones(chosen: string): string[] {
  return [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', chosen])].sort();
}

// Understood by versions of Node.js far older than the one that is needed.

/** @param {string} version such as `20.19.0`. @returns {boolean} */
export function isSupported(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > 20 || (major === 20 && minor >= 19);
}

/** Ends the process with one line when this Node.js is too old. */
export function requireNode() {
  const version = process.versions.node;
  if (isSupported(version)) return;
  const language = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '';
  process.stderr.write(
    /^ko/i.test(language)
      ? 'Nonmun을 실행하려면 Node.js 20.19 이상이 필요합니다(현재 ' + version + '). https://nodejs.org\n'
      : 'Nonmun needs Node.js 20.19 or newer; this is ' + version + '. https://nodejs.org\n',
  );
  process.exit(1);
}

/** What somebody looked for with this browser; it stays there. */
const storageKey = 'recent-questions';
const MOST = 5;

/** @returns newest first. */
export function recentQuestions(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]');
    return Array.isArray(stored) ? stored.filter((one) => typeof one === 'string').slice(0, MOST) : [];
  } catch {
    return [];
  }
}

export function remember(question: string): void {
  try {
    const others = recentQuestions().filter((one) => one !== question);
    localStorage.setItem(storageKey, JSON.stringify([question, ...others].slice(0, MOST)));
  } catch {
    // Storage is refused; then nothing is remembered.
  }
}

export function forget(): void {
  try {
    localStorage.removeItem(storageKey);
  } catch {
    // As above.
  }
}

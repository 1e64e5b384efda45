/** One thing with such a name. */
export interface Found {
  /** In words of the page. */
  kind: string;
  path: string;
  title: { text: string; isMarked: boolean }[];
  detail: string;
  language: string;
}

/** What `/search/find.json` answers. */
export interface Answer {
  /** How much there is, for who does not see the list. */
  said: string;
  found: Found[];
}

/** Milliseconds without another letter after which it is asked. */
const PAUSE = 120;
/** Answers that are kept for who takes letters away again. */
const MOST_KEPT = 50;

/**
 * Asks the server what somebody is typing, not oftener than needed: after a pause, once for each question, and never with an
 * answer to what is no longer asked.
 *
 * @param tell is given the answer to the last question, null where there is none to be had.
 */
export function createSource(
  address: string,
  tell: (question: string, answer: Answer | null) => void,
): { ask: (question: string) => void } {
  const kept = new Map<string, Answer>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let underWay: AbortController | null = null;
  let last = '';

  async function fetchAnswer(question: string, signal: AbortSignal): Promise<Answer> {
    const response = await fetch(`${address}?q=${encodeURIComponent(question)}`, { signal });
    if (!response.ok) throw new Error(`answered ${response.status}`);
    return (await response.json()) as Answer;
  }

  function send(question: string): void {
    const mine = new AbortController();
    underWay = mine;
    fetchAnswer(question, mine.signal).then(
      (answer) => {
        if (mine.signal.aborted) return;
        if (kept.size >= MOST_KEPT) kept.clear();
        kept.set(question, answer);
        tell(question, answer);
      },
      () => {
        if (mine.signal.aborted) return;
        // The next letter asks again.
        last = '';
        tell(question, null);
      },
    );
  }

  return {
    ask(question) {
      if (question === last) return;
      last = question;
      clearTimeout(timer);
      underWay?.abort();
      underWay = null;
      if (question === '') return;
      const known = kept.get(question);
      if (known) tell(question, known);
      else timer = setTimeout(send, PAUSE, question);
    },
  };
}

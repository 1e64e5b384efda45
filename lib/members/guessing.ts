/** Below so many guesses (10 to this power) a password is called common; zxcvbn's own limit of "somewhat guessable". */
const FEWEST_GUESSES = 6;
/** Characters that are looked at: what begins hard to guess stays so, and the time grows with the square of the length. */
const LOOKED_AT = 50;

type Estimate = (password: string, known: string[]) => number;
let estimate: Promise<Estimate> | undefined;

/** The lists take 2 MB and are read when somebody first chooses a password. */
async function load(): Promise<Estimate> {
  const [{ ZxcvbnFactory }, common] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  const factory = new ZxcvbnFactory({ dictionary: common.dictionary, graphs: common.adjacencyGraphs });
  return (password, known) => factory.check(password, known).guessesLog10;
}

/**
 * @param known words that an attacker would try first, such as the person's name.
 * @returns whether the password is among those that are tried first: common ones, keyboard rows, repetitions, dates.
 */
export async function isGuessable(password: string, known: readonly string[]): Promise<boolean> {
  estimate ??= load();
  const guesses = await estimate;
  return guesses([...password].slice(0, LOOKED_AT).join(''), [...known]) < FEWEST_GUESSES;
}

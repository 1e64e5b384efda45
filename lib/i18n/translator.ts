import { IntlMessageFormat } from 'intl-messageformat';
import { catalogues, type Catalogue, type Language } from './catalogues';
import { josa } from './josa';
import { interfaceLanguage } from './languages';

type Dotted<Tree> = {
  [Key in keyof Tree & string]: Tree[Key] extends string ? Key : `${Key}.${Dotted<Tree[Key]>}`;
}[keyof Tree & string];

/** Address of a message in the message files: `list.page`. */
export type MessageKey = Dotted<Catalogue>;

/** What a message's arguments may be. */
export type MessageValues = Readonly<Record<string, string | number | Date>>;

/**
 * A message in one language, filled in. Korean messages name a particle as a pair after an argument,
 * `{title}[을/를]`, and the one that fits is chosen.
 */
export type Translate = (key: MessageKey, values?: MessageValues) => string;

const particlePair = /\[([가-힣]{1,3}\/[가-힣]{1,3})\]/gu;
/** Private-use stand-in, so that brackets inside a value are never taken for a particle. */
const guarded = '\uE000';

/** The text under a dotted key. Throws `RangeError` for a key that the language lacks. */
function messageText(language: Language, key: MessageKey): string {
  let node: unknown = catalogues[language];
  for (const part of key.split('.')) {
    node = typeof node === 'object' && node !== null ? (node as Record<string, unknown>)[part] : undefined;
  }
  if (typeof node !== 'string') throw new RangeError(`no message ${key} in ${language}`);
  return node;
}

function withParticles(text: string): string {
  let result = '';
  let position = 0;
  for (const match of text.matchAll(particlePair)) {
    result += text.slice(position, match.index);
    result += josa(result.replaceAll(guarded, '['), match[1] ?? '');
    position = match.index + match[0].length;
  }
  return (result + text.slice(position)).replaceAll(guarded, '[');
}

function createTranslator(language: Language): Translate {
  const compiled = new Map<MessageKey, IntlMessageFormat>();
  return (key, values) => {
    let message = compiled.get(key);
    if (message === undefined) {
      message = new IntlMessageFormat(messageText(language, key), language);
      compiled.set(key, message);
    }
    if (values === undefined) return String(message.format());
    const safe = Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        typeof value === 'string' ? value.replaceAll('[', guarded) : value,
      ]),
    );
    return withParticles(String(message.format(safe)));
  };
}

const translators = new Map<Language, Translate>();

/**
 * Messages of `locale` (a language without messages gets the default's). Compiled messages are kept, so calling this
 * for every page costs nothing.
 */
export function translator(locale: string): Translate {
  const language = interfaceLanguage(locale);
  let translate = translators.get(language);
  if (translate === undefined) {
    translate = createTranslator(language);
    translators.set(language, translate);
  }
  return translate;
}

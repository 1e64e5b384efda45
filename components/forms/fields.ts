/** Texts of a form by the input's name, empty where there is none. */
export type Fields = (name: string) => string;

/**
 * What stands in a form. Inputs of the doors are read when they are sent, not held by React: a password manager fills
 * them in before the script is there.
 *
 * @returns text by the input's name, empty where there is none.
 */
export function fieldsOf(form: HTMLFormElement): Fields {
  const data = new FormData(form);
  return (name) => {
    const value = data.get(name);
    return typeof value === 'string' ? value : '';
  };
}

/** @returns texts of `<name>.ko`, `<name>.en` … by language. */
export function textsOf(field: Fields, name: string, languages: readonly string[]) {
  return Object.fromEntries(languages.map((language) => [language, field(`${name}.${language}`)]));
}

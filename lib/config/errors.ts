/** Why a value of the environment is refused. */
export type ConfigReason =
  | 'port'
  | 'host'
  | 'origin'
  | 'database'
  | 'secret_short'
  | 'secret_damaged'
  | 'smtp'
  | 'issuer'
  | 'partner_missing'
  | 'proxy'
  | 'folder'
  | 'folder_denied';

/** Languages that the terminal speaks. */
export type TerminalLanguage = 'en' | 'ko';

// Read in a terminal before anything else is there, hence beside the checks
// and not in the catalogues of the site.
const SENTENCES: Record<TerminalLanguage, Record<ConfigReason, string>> = {
  en: {
    port: 'must be a whole number from 1 to 65535',
    host: 'must be an IP address to listen on, such as 127.0.0.1, or localhost',
    origin: 'must be an http:// or https:// address without a path, such as https://blog.example.org',
    database:
      'must begin with file: and name a file, or with postgresql:// (special characters percent-encoded)',
    secret_short: 'must have at least 32 characters; leave it unset and one is made and kept in DATA_DIR',
    secret_damaged: '{path} is damaged; delete it and a new one is made, after which everyone signs in anew',
    smtp: 'must look like smtps://user:password@mail.example.org:465 (smtp:// for STARTTLS)',
    issuer: 'must be an https:// address (http:// only for localhost)',
    partner_missing: 'is missing although {partner} is set; they belong together',
    proxy: 'holds "{entry}", which is no address, no network such as 10.0.0.0/8 and not the word loopback',
    folder: '{path} is not a folder',
    folder_denied: '{path} cannot be written ({code})',
  },
  ko: {
    port: '1부터 65535까지의 정수여야 합니다',
    host: '127.0.0.1 같은 IP 주소이거나 localhost여야 합니다',
    origin: 'https://blog.example.org처럼 경로가 없는 http:// 또는 https:// 주소여야 합니다',
    database: 'file:로 시작하는 파일이거나 postgresql://로 시작해야 합니다(특수 문자는 퍼센트 인코딩)',
    secret_short: '32자 이상이어야 합니다. 비워 두면 자동으로 만들어 DATA_DIR에 보관합니다',
    secret_damaged: '{path} 파일이 손상되었습니다. 지우면 새로 만들며, 모두 다시 로그인해야 합니다',
    smtp: 'smtps://user:password@mail.example.org:465 형식이어야 합니다(STARTTLS는 smtp://)',
    issuer: 'https:// 주소여야 합니다(http://는 localhost만 가능)',
    partner_missing: '값이 없습니다. {partner}와(과) 함께 설정해야 합니다',
    proxy: '"{entry}" 항목은 주소도, 10.0.0.0/8 같은 네트워크도, loopback도 아닙니다',
    folder: '{path}은(는) 폴더가 아닙니다',
    folder_denied: '{path}에 쓸 수 없습니다({code})',
  },
};

const NOW: Record<TerminalLanguage, string> = { en: '; it is "{value}"', ko: '. 지금 값: "{value}"' };

/** A value of the environment that cannot be used. Its message is one line and holds no secret. */
export class ConfigError extends Error {
  override name = 'ConfigError';

  /**
   * @param variable name of the environment variable.
   * @param values what the sentence mentions; `value`, when given, is shown as the present value.
   */
  constructor(
    readonly variable: string,
    readonly reason: ConfigReason,
    readonly values: Record<string, string> = {},
  ) {
    super(sentence(variable, reason, values, 'en'));
  }

  /** The same line in another language. */
  in(language: TerminalLanguage): string {
    return sentence(this.variable, this.reason, this.values, language);
  }
}

function sentence(
  variable: string,
  reason: ConfigReason,
  values: Record<string, string>,
  language: TerminalLanguage,
): string {
  const text = SENTENCES[language][reason] + (values.value === undefined ? '' : NOW[language]);
  return `${variable}: ${text.replace(/\{(\w+)\}/g, (_, key: string) => oneLine(values[key] ?? ''))}`;
}

function oneLine(value: string): string {
  const plain = value.replace(/\p{Cc}+/gu, ' ');
  return plain.length > 100 ? `${plain.slice(0, 99)}…` : plain;
}

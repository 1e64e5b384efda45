import { UserError, type MessageKey } from '@/lib/i18n';

/** Why settings could not be changed. */
export type SettingsFault =
  | 'name-missing'
  | 'text-long'
  | 'languages-invalid'
  | 'time-zone-unknown'
  | 'menu-address-invalid'
  | 'menu-label-missing'
  | 'menu-long'
  | 'logo-unknown'
  | 'macro-name-invalid'
  | 'macro-text-invalid'
  | 'number-invalid'
  | 'hub-invalid'
  | 'changed-meanwhile';

const KEYS: Record<SettingsFault, MessageKey> = {
  'name-missing': 'settings.nameMissing',
  'text-long': 'settings.textLong',
  'languages-invalid': 'settings.languagesInvalid',
  'time-zone-unknown': 'settings.timeZoneUnknown',
  'menu-address-invalid': 'settings.menuAddressInvalid',
  'menu-label-missing': 'settings.menuLabelMissing',
  'menu-long': 'settings.menuLong',
  'logo-unknown': 'settings.logoUnknown',
  'macro-name-invalid': 'settings.macroNameInvalid',
  'macro-text-invalid': 'settings.macroTextInvalid',
  'number-invalid': 'settings.numberInvalid',
  'hub-invalid': 'settings.hubInvalid',
  'changed-meanwhile': 'settings.changedMeanwhile',
};

/** Settings could not be changed; nothing was. */
export class SettingsError extends UserError {
  override readonly name = 'SettingsError';
  constructor(
    readonly fault: SettingsFault,
    /** Which input: `name.ko`, `menu.2.href`. */
    field?: string,
    /** Longest that is allowed, the thing that is wrong … */
    values: Record<string, string | number> = {},
  ) {
    super({
      kind: fault === 'changed-meanwhile' ? 'conflict' : 'invalid',
      code: fault,
      key: KEYS[fault],
      values,
      ...(field !== undefined && { field }),
    });
  }
}

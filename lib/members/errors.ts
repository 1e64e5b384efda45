import { UserError, type MessageKey, type MessageValues, type UserErrorKind } from '@/lib/i18n';

interface Facts {
  kind: UserErrorKind;
  key: MessageKey;
  field?: string;
}

const FACTS = {
  'email-invalid': { kind: 'invalid', key: 'members.emailInvalid', field: 'email' },
  'email-taken': { kind: 'conflict', key: 'members.emailTaken', field: 'email' },
  'password-short': { kind: 'invalid', key: 'members.passwordShort', field: 'password' },
  'password-long': { kind: 'invalid', key: 'members.passwordLong', field: 'password' },
  'password-common': { kind: 'invalid', key: 'members.passwordCommon', field: 'password' },
  'password-personal': { kind: 'invalid', key: 'members.passwordPersonal', field: 'password' },
  'password-wrong': { kind: 'invalid', key: 'members.passwordWrong', field: 'currentPassword' },
  'password-none': { kind: 'conflict', key: 'members.passwordNone' },
  credentials: { kind: 'invalid', key: 'members.credentials' },
  suspended: { kind: 'forbidden', key: 'members.suspended' },
  'email-unverified': { kind: 'forbidden', key: 'members.emailUnverified' },
  'not-invited': { kind: 'forbidden', key: 'members.notInvited' },
  throttled: { kind: 'too-many', key: 'members.throttled' },
  'link-invalid': { kind: 'not-found', key: 'members.linkInvalid' },
  'setup-done': { kind: 'conflict', key: 'members.setupDone' },
  'name-missing': { kind: 'invalid', key: 'members.nameMissing', field: 'names' },
  'text-long': { kind: 'invalid', key: 'members.textLong' },
  'handle-invalid': { kind: 'invalid', key: 'members.handleInvalid', field: 'handle' },
  'handle-reserved': { kind: 'invalid', key: 'members.handleReserved', field: 'handle' },
  'handle-taken': { kind: 'conflict', key: 'members.handleTaken', field: 'handle' },
  'link-address': { kind: 'invalid', key: 'members.linkAddress', field: 'links' },
  'too-many-links': { kind: 'invalid', key: 'members.tooManyLinks', field: 'links' },
  'time-zone-unknown': { kind: 'invalid', key: 'members.timeZoneUnknown', field: 'timeZone' },
  'language-unknown': { kind: 'invalid', key: 'members.languageUnknown', field: 'language' },
  'avatar-missing': { kind: 'invalid', key: 'members.avatarMissing', field: 'avatarId' },
  'last-administrator': { kind: 'conflict', key: 'members.lastAdministrator' },
  'not-oneself': { kind: 'conflict', key: 'members.notOneself' },
  'not-active': { kind: 'conflict', key: 'members.notActive' },
  'not-unclaimed': { kind: 'conflict', key: 'members.notUnclaimed' },
  'no-email': { kind: 'conflict', key: 'members.noEmail' },
  'mail-missing': { kind: 'conflict', key: 'members.mailMissing' },
} as const satisfies Record<string, Facts>;

/** What may go wrong with members and their accounts; the codes of {@link MemberError}. */
export type MemberFault = keyof typeof FACTS;

/** Something could not be done to a member or an account; nothing was changed. */
export class MemberError extends UserError {
  override readonly name = 'MemberError';
  constructor(
    readonly fault: MemberFault,
    values?: MessageValues,
    field?: string,
  ) {
    const facts: Facts = FACTS[fault];
    const about = field ?? facts.field;
    super({
      kind: facts.kind,
      code: fault,
      key: facts.key,
      ...(values !== undefined && { values }),
      ...(about !== undefined && { field: about }),
    });
  }
}

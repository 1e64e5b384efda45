'use client';

import { useCallback } from 'react';
import { localized } from '@/lib/i18n';
import type { IssuedLink, OpenInvitation } from '@/lib/members/types';
import { Button, call, FormFailure, useAction, useI18n } from '../desk';
import { issuedLink, ROLE_NAMES, type MaybeLink } from './members';

/** Invitations that nobody has accepted: made anew or taken back. */
export function Invitations({
  invitations,
  sendsMail,
  onDone,
  onIssued,
}: {
  invitations: OpenInvitation[];
  sendsMail: boolean;
  onDone: (what: string) => void;
  onIssued: (title: string, link: IssuedLink) => void;
}) {
  const { t } = useI18n();
  return (
    <ul className="ledger-list" aria-label={t('admin.openInvitations')}>
      {invitations.map((invitation) => (
        <Invitation
          key={invitation.id}
          invitation={invitation}
          sendsMail={sendsMail}
          onDone={onDone}
          onIssued={onIssued}
        />
      ))}
    </ul>
  );
}

function Invitation({
  invitation: { id, email, role, author, issuedBy, expiresAt, isExpired },
  sendsMail,
  onDone,
  onIssued,
}: {
  invitation: OpenInvitation;
  sendsMail: boolean;
  onDone: (what: string) => void;
  onIssued: (title: string, link: IssuedLink) => void;
}) {
  const i18n = useI18n();
  const { t, format, locale } = i18n;
  const renewal = useAction(
    useCallback(
      () =>
        call<MaybeLink>(i18n, 'POST', `/api/invitations/${id}/link/`, {
          byMail: sendsMail,
        }),
      [i18n, id, sendsMail],
    ),
    (answer) => {
      const issued = issuedLink(answer);
      if (issued === null) onDone(t('admin.invitationMailed', { email }));
      else onIssued(t('admin.invitationLink', { email }), issued);
    },
  );
  const revocation = useAction(
    useCallback(() => call<undefined>(i18n, 'DELETE', `/api/invitations/${id}/`), [i18n, id]),
    () => onDone(t('admin.invitationRevoked', { email })),
  );
  return (
    <li>
      <div className="ledger-what">
        <p className="ledger-title ledger-plain">{email}</p>
        <p className="ledger-facts">
          <span>{t(ROLE_NAMES[role])}</span>
          {author !== null && <span>{t('admin.asAuthor', { name: localized(author.names, locale) })}</span>}
          {issuedBy !== null && <span>{t('admin.invitedBy', { name: localized(issuedBy, locale) })}</span>}
          {isExpired ? (
            <strong>{t('admin.invitationExpired')}</strong>
          ) : (
            <span>{t('admin.invitationUntil', { day: format.shortDate(expiresAt) })}</span>
          )}
        </p>
        <FormFailure failure={renewal.failure ?? revocation.failure} />
      </div>
      <div className="rows-tools">
        <Button
          isBusy={renewal.isRunning}
          aria-label={sendsMail ? t('admin.mailAgainNamed', { email }) : t('admin.renewNamed', { email })}
          onClick={() => void renewal.run()}
        >
          {sendsMail ? t('admin.mailAgain') : t('admin.newLink')}
        </Button>
        <Button
          tone="quiet"
          isBusy={revocation.isRunning}
          aria-label={t('admin.revokeNamed', { email })}
          onClick={() => void revocation.run()}
        >
          {t('admin.revoke')}
        </Button>
      </div>
    </li>
  );
}

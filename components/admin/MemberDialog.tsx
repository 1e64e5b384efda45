'use client';

import { useCallback, useState } from 'react';
import { hrefOf } from '@/lib/i18n';
import type { IssuedLink, ManagedMember } from '@/lib/members/types';
import { Button, call, Dialog, FormFailure, SelectField, useAction, useI18n, type Answer } from '../desk';
import { nameOfMember } from './members';
import { RoleChoice } from './RoleChoice';

/** What administrators can do about one member. */
export function MemberDialog({
  member,
  heirs,
  isOneself,
  onClose,
  onDone,
  onInvite,
  onIssued,
}: {
  member: ManagedMember;
  /** To whom an imported author can be handed. */
  heirs: ManagedMember[];
  isOneself: boolean;
  onClose: () => void;
  onDone: (what: string) => void;
  /** Invites the person whose imported posts these are. */
  onInvite: () => void;
  onIssued: (link: IssuedLink) => void;
}) {
  const i18n = useI18n();
  const { t, locale } = i18n;
  const name = nameOfMember(member, locale);
  const [role, setRole] = useState(member.role);
  const act = useAction(
    useCallback(
      async (method: 'POST' | 'PUT', what: string, said: string, body?: unknown): Promise<Answer<string>> => {
        const answer = await call<unknown>(i18n, method, `/api/members/${member.id}/${what}/`, body);
        return answer.ok ? { ok: true, value: said } : answer;
      },
      [i18n, member.id],
    ),
    onDone,
  );
  const password = useAction(
    useCallback(
      () => call<IssuedLink>(i18n, 'POST', `/api/members/${member.id}/password-link/`),
      [i18n, member.id],
    ),
    onIssued,
  );
  return (
    <Dialog title={name} onClose={onClose}>
      <p className="ledger-facts">
        <a href={hrefOf(`/authors/${member.handle}/`)}>{t('admin.authorPage')}</a>
        <a href={`/admin/members/${member.id}/`}>{t('admin.editProfile')}</a>
        <a href={`/admin/audit/?subject=member:${member.id}`}>{t('audit.history')}</a>
      </p>
      <FormFailure failure={act.failure ?? password.failure} />

      {member.state === 'unclaimed' && (
        <HandOver
          heirs={heirs}
          isBusy={act.isRunning}
          onInvite={onInvite}
          onHandOver={(heir) =>
            void act.run(
              'POST',
              'hand-over',
              t('admin.handedOver', { name, heir: nameOfMember(heir, locale) }),
              { memberId: heir.id },
            )
          }
        />
      )}

      {member.state !== 'unclaimed' && isOneself && <p className="notice">{t('admin.notYourself')}</p>}

      {member.state !== 'unclaimed' && !isOneself && (
        <>
          <form
            className="dialog-part"
            onSubmit={(event) => {
              event.preventDefault();
              void act.run('PUT', 'role', t('admin.roleChanged', { name }), { role });
            }}
          >
            <RoleChoice role={role} onChange={setRole} />
            <Button
              type="submit"
              isBusy={act.isRunning}
              aria-disabled={role === member.role || act.isRunning || undefined}
              onClick={(event) => {
                if (role === member.role) event.preventDefault();
              }}
            >
              {t('admin.changeRole')}
            </Button>
          </form>
          {member.state === 'active' && member.email !== null && (
            <div className="dialog-part">
              <p>{t('admin.passwordLinkNote')}</p>
              <Button isBusy={password.isRunning} onClick={() => void password.run()}>
                {t('admin.passwordLink')}
              </Button>
            </div>
          )}
          <div className="dialog-part">
            <p>{member.state === 'active' ? t('admin.suspendNote') : t('admin.reactivateNote')}</p>
            {member.state === 'active' ? (
              <Button
                tone="danger"
                isBusy={act.isRunning}
                onClick={() => void act.run('POST', 'suspend', t('admin.suspended', { name }))}
              >
                {t('admin.suspend')}
              </Button>
            ) : (
              <Button
                isBusy={act.isRunning}
                onClick={() => void act.run('POST', 'reactivate', t('admin.reactivated', { name }))}
              >
                {t('admin.reactivate')}
              </Button>
            )}
          </div>
        </>
      )}
    </Dialog>
  );
}

function HandOver({
  heirs,
  isBusy,
  onInvite,
  onHandOver,
}: {
  heirs: ManagedMember[];
  isBusy: boolean;
  onInvite: () => void;
  onHandOver: (heir: ManagedMember) => void;
}) {
  const { t, locale } = useI18n();
  const [heirId, setHeirId] = useState('');
  const heir = heirs.find(({ id }) => id === heirId);
  return (
    <>
      <div className="dialog-part">
        <p>{t('admin.inviteAuthorNote')}</p>
        <Button tone="primary" onClick={onInvite}>
          {t('admin.inviteAuthor')}
        </Button>
      </div>
      <form
        className="dialog-part"
        onSubmit={(event) => {
          event.preventDefault();
          if (heir) onHandOver(heir);
        }}
      >
        <SelectField
          label={t('admin.handOverTo')}
          hint={t('admin.handOverNote')}
          value={heirId}
          onChange={(event) => setHeirId(event.target.value)}
        >
          <option value="">{t('admin.choose')}</option>
          {heirs.map((option) => (
            <option key={option.id} value={option.id}>
              {nameOfMember(option, locale)}
            </option>
          ))}
        </SelectField>
        <Button type="submit" isBusy={isBusy} aria-disabled={heir === undefined || isBusy || undefined}>
          {t('admin.handOver')}
        </Button>
      </form>
    </>
  );
}

'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { I18n } from '@/lib/i18n';
import type { IssuedLink, ManagedMember, OpenInvitation } from '@/lib/members/types';
import { Button, useI18n } from '../desk';
import { Avatar, Icon } from '../ui';
import { Invitations } from './Invitations';
import { InviteDialog } from './InviteDialog';
import { IssuedLinkDialog } from './IssuedLinkDialog';
import { MemberDialog } from './MemberDialog';
import { nameOfMember, ROLE_NAMES } from './members';

/** A member with the time of the last thing that was noted of one. */
export type ListedMember = ManagedMember & { lastActiveAt: Date | null };

/** Everyone who writes here, and those who are invited. */
export function MembersManager({
  members,
  invitations,
  ownId,
  sendsMail,
}: {
  members: ListedMember[];
  invitations: OpenInvitation[];
  /** Id of who looks. */
  ownId: string;
  /** Whether mails are sent. */
  sendsMail: boolean;
}) {
  const { t, locale } = useI18n();
  const router = useRouter();
  const [inviting, setInviting] = useState<{ author: ListedMember | null } | null>(null);
  const [openId, setOpenId] = useState<string | null>(null);
  const [issued, setIssued] = useState<{ title: string; link: IssuedLink } | null>(null);
  const [said, say] = useState('');
  const people = members.filter(({ state }) => state !== 'unclaimed');
  const imported = members.filter(({ state }) => state === 'unclaimed');
  const open = members.find(({ id }) => id === openId);

  const done = (what: string) => {
    say(what);
    setOpenId(null);
    setInviting(null);
    router.refresh();
  };
  const show = (title: string, link: IssuedLink) => {
    setOpenId(null);
    setInviting(null);
    setIssued({ title, link });
    router.refresh();
  };
  const list = (shown: ListedMember[], label: string) => (
    <ul className="ledger-list" aria-label={label}>
      {shown.map((member) => (
        <MemberRow key={member.id} member={member} isOneself={member.id === ownId} onOpen={setOpenId} />
      ))}
    </ul>
  );

  return (
    <>
      <p role="status" className={said === '' ? undefined : 'notice said'}>
        {said}
      </p>
      <div className="ledger-do">
        <Button tone="primary" onClick={() => setInviting({ author: null })}>
          <Icon name="plus" />
          {t('admin.invite')}
        </Button>
      </div>
      {list(people, t('admin.members'))}
      {invitations.length > 0 && (
        <section className="admin-part">
          <h2>{t('admin.openInvitations')}</h2>
          <Invitations invitations={invitations} sendsMail={sendsMail} onDone={done} onIssued={show} />
        </section>
      )}
      {imported.length > 0 && (
        <section className="admin-part">
          <h2>{t('admin.importedAuthors')}</h2>
          <p className="lead-in">{t('admin.importedNote')}</p>
          {list(imported, t('admin.importedAuthors'))}
        </section>
      )}

      {inviting !== null && (
        <InviteDialog
          author={inviting.author}
          sendsMail={sendsMail}
          onClose={() => setInviting(null)}
          onMailed={(email) => done(t('admin.invitationMailed', { email }))}
          onIssued={(email, link) => show(t('admin.invitationLink', { email }), link)}
        />
      )}
      {open !== undefined && (
        <MemberDialog
          member={open}
          heirs={people.filter(({ state }) => state === 'active')}
          isOneself={open.id === ownId}
          onClose={() => setOpenId(null)}
          onDone={done}
          onInvite={() => {
            setOpenId(null);
            setInviting({ author: open });
          }}
          onIssued={(link) => show(t('admin.passwordLinkOf', { name: nameOfMember(open, locale) }), link)}
        />
      )}
      {issued !== null && <IssuedLinkDialog {...issued} onClose={() => setIssued(null)} />}
    </>
  );
}

function MemberRow({
  member,
  isOneself,
  onOpen,
}: {
  member: ListedMember;
  isOneself: boolean;
  onOpen: (id: string) => void;
}) {
  const i18n = useI18n();
  const { t, locale } = i18n;
  const name = nameOfMember(member, locale);
  return (
    <li id={member.id} data-state={member.state}>
      <Avatar author={{ name, avatar: member.avatar }} size={40} />
      <div className="ledger-what">
        <p className="ledger-title">
          {name}
          {isOneself && <small>{t('admin.you')}</small>}
        </p>
        <p className="ledger-facts">
          {member.state !== 'unclaimed' && <span>{t(ROLE_NAMES[member.role])}</span>}
          {member.state === 'suspended' && <strong>{t('admin.stateSuspended')}</strong>}
          {member.email !== null && <span>{member.email}</span>}
          <span>{t('list.count', { count: member.posts })}</span>
          {member.state !== 'unclaimed' && <span>{activity(member.lastActiveAt, i18n)}</span>}
        </p>
      </div>
      <div className="rows-tools">
        <Button aria-label={t('admin.manageNamed', { name })} onClick={() => onOpen(member.id)}>
          {t('admin.manage')}
        </Button>
      </div>
    </li>
  );
}

function activity(at: Date | null, { t, format }: I18n): string {
  return at === null ? t('admin.neverActive') : t('admin.lastActive', { day: format.shortDate(at) });
}

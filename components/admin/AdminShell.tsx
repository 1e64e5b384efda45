import type { ReactNode } from 'react';
import type { SignedInMember } from '@/lib/auth/types';
import type { I18n } from '@/lib/i18n';
import type { SiteView } from '@/lib/settings/views';
import { DeskShell } from '../desk';

export type AdminRoom = 'members' | 'settings' | 'categories' | 'audit';

/** Around a page of administration: the desk's frame, the rooms, the title. */
export function AdminShell({
  room,
  title,
  site,
  i18n,
  member,
  children,
}: {
  room: AdminRoom;
  title: string;
  site: SiteView;
  i18n: I18n;
  member: SignedInMember;
  children: ReactNode;
}) {
  const { t } = i18n;
  const rooms: { room: AdminRoom; label: string }[] = [
    { room: 'members', label: t('admin.members') },
    { room: 'settings', label: t('admin.settings') },
    { room: 'categories', label: t('admin.categories') },
    { room: 'audit', label: t('admin.audit') },
  ];
  return (
    <DeskShell site={site} i18n={i18n} member={member} section="admin">
      <div className="admin">
        <nav className="admin-rooms" aria-label={t('admin.title')}>
          <ul>
            {rooms.map((item) => (
              <li key={item.room}>
                <a href={`/admin/${item.room}/`} aria-current={item.room === room ? 'page' : undefined}>
                  {item.label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div className="admin-room">
          <h1>{title}</h1>
          {children}
        </div>
      </div>
    </DeskShell>
  );
}

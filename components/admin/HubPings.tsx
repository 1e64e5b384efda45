'use client';

import type { HubPingView, HubState } from '@/lib/push/views';
import { useI18n } from '../desk';

/** What the hub was told last; whoever set its address sees here whether it listens. */
export function HubPings({ state: { hub, waiting, pings } }: { state: HubState }) {
  const { t, format } = useI18n();
  const result = (failure: HubPingView['failure']) => {
    switch (failure?.kind) {
      case undefined:
        return t('push.told');
      case 'status':
        return t('push.status', { status: String(failure.status ?? '') });
      case 'timeout':
        return t('push.timeout');
      case 'unreachable':
        return t('push.unreachable');
      case 'refused':
        return t('push.refused');
    }
  };
  return (
    <section className="sheet" aria-labelledby="hub-pings">
      <h2 id="hub-pings">{t('push.title')}</h2>
      <p className="field-hint">
        {pings.length === 0 && waiting === 0
          ? t('push.none', { hub: new URL(hub).host })
          : t('push.waiting', { hub: new URL(hub).host, count: waiting })}
      </p>
      {pings.length > 0 && (
        <div className="table-box">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('push.feed')}</th>
                <th scope="col">{t('push.when')}</th>
                <th scope="col">{t('push.result')}</th>
              </tr>
            </thead>
            <tbody>
              {pings.map(({ topic, at, failure }) => (
                <tr key={topic}>
                  <td>
                    <a href={topic}>{decodeURI(new URL(topic).pathname)}</a>
                  </td>
                  <td>{format.dateTime(new Date(at))}</td>
                  <td>{result(failure)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

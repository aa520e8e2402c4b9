import type { AlertRow } from '../../shared/social/alerts.ts';
import { AnchorLink } from '../app/anchor-link.tsx';
import { useMayDo } from '../app/self.tsx';
import { useAlertWords } from './use-alert-words.ts';

/** What an alert is of, and the way there: the page's own screen, or the connection. */
export function AlertPlace({ alert }: { alert: AlertRow }) {
  const words = useAlertWords();
  const mayConnect = useMayDo('admin', 'coordinator');
  const title = words.title(alert);
  if (alert.pageId !== null) {
    return (
      <AnchorLink to="/redes" search={{ of: alert.pageId }} inherit>
        {title}
      </AnchorLink>
    );
  }
  if (!mayConnect || alert.connectionId === null) return title;
  return (
    <AnchorLink
      to="/redes"
      search={{ view: 'connections', connection: alert.connectionId }}
      inherit
    >
      {title}
    </AnchorLink>
  );
}

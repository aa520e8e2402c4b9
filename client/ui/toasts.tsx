import { useNotifications } from '@mantine/notifications';
import { lazy, Suspense, useRef } from 'react';

const ToastPlace = lazy(() => import('./toast-place.tsx'));

/** Shows notices; what draws them is loaded with the first one. */
export function Toasts() {
  const { notifications } = useNotifications();
  const isWanted = useRef(false);
  isWanted.current ||= notifications.length > 0;
  return <Suspense>{isWanted.current && <ToastPlace />}</Suspense>;
}

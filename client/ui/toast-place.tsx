import '@mantine/notifications/styles.css';
import { Notifications } from '@mantine/notifications';

/** Where notices appear. */
export default function ToastPlace() {
  return <Notifications position="bottom-center" limit={3} />;
}

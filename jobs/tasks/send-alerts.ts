import { listAddresses } from '../../server/accounts/list-addresses.ts';
import { asSystem, type House, type MailSettings } from '../../server/context.ts';
import { keepDigestEnd, takeDigest } from '../../server/social/alert-digests.ts';
import { evaluateAlerts } from '../../server/social/evaluate-alerts.ts';
import { findNewestPull } from '../../server/social/find-newest-pull.ts';
import { composeDigest } from '../mail/compose-digest.ts';
import { sendMessage } from '../mail/send-message.ts';
import { pullSlotAt } from '../pull-slots.ts';
import { runTask } from '../run-task.ts';

/** Once after every pull, and once a day from the hour of the first; once among all processes. */
async function evaluateWhenDue(house: House, holder: string, stopping: AbortSignal): Promise<void> {
  const morning = pullSlotAt(house.now(), house.timeZone)?.slot.slice(0, 10) ?? 'night';
  const slot = { task: 'evaluate-alerts', slot: `${morning} ${await findNewestPull(house)}` };
  await runTask(house, slot, holder, stopping, async () => {
    await evaluateAlerts(asSystem(house));
  });
}

/** Sends what no message told of yet to those who can do something about it. */
async function mailDigest(house: House, mail: MailSettings): Promise<void> {
  const to = await listAddresses(house, ['admin', 'coordinator']);
  if (to.length === 0) return;
  const digest = await takeDigest(asSystem(house));
  if (!digest) return;
  const { publicUrl } = mail;
  const message = composeDigest(digest, { publicUrl, timeZone: house.timeZone });
  const { end, failure, rejected } = await sendMessage(mail, { id: digest.id, to, ...message });
  await keepDigestEnd(asSystem(house), digest.id, end, failure);
  const facts = { digestId: digest.id, alerts: digest.alerts.length, rejected };
  if (end === 'sent' && rejected === 0) house.log.info(facts, 'alerts were sent by e-mail');
  else
    house.log.warn({ ...facts, end, failure }, 'the e-mail server did not take all of the alerts');
}

/**
 * Evaluates the alerts when that is due, and sends by e-mail those that are new. A message that the
 * server did not take is tried again later; no alert is sent twice.
 */
export async function sendAlerts(
  house: House,
  holder: string,
  stopping: AbortSignal,
): Promise<void> {
  await evaluateWhenDue(house, holder, stopping);
  if (!house.mail || house.isDemo || stopping.aborted) return;
  await mailDigest(house, house.mail);
}

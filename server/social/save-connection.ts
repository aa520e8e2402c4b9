import { randomUUID } from 'node:crypto';
import { AltavozFailure, type FieldFailure } from '../../shared/failure.ts';
import type { RecordVersion } from '../../shared/records.ts';
import {
  type ConnectionFields,
  secretAgain,
  secretFaults,
} from '../../shared/social/connections.ts';
import { needsNoCredential } from '../../shared/social/credentials.ts';
import { isReadOnTheWay } from '../../shared/social/server-address.ts';
import type { ActorContext } from '../context.ts';
import { readForChange } from '../database/versioned-record.ts';
import { transact, type Write } from '../transaction.ts';
import { openFields, sealFields } from './seal-secret.ts';
import { connectionKind } from './tables.ts';

function refuse(fields: FieldFailure[]): void {
  if (fields.length > 0) throw new AltavozFailure({ code: 'invalid_input', fields });
}

/** A token that is read on its way is a token given away. */
function addressFaults({ network, baseUrl }: ConnectionFields): FieldFailure[] {
  if (baseUrl === null || needsNoCredential(network) || !isReadOnTheWay(baseUrl)) return [];
  return [{ path: 'baseUrl', rule: 'https_needed', facts: {} }];
}

const untried = {
  status: 'not_tried',
  statusAt: null,
  failure: null,
  expiresAt: null,
  checkStatus: 'none',
  checkAskedAt: null,
  checkedAt: null,
  checkResult: null,
};

/** A day that a person typed is kept as its noon, which is that day in every office's time zone. */
function endOf({ expiresOn }: ConnectionFields): { expiresAt?: string } {
  return expiresOn ? { expiresAt: `${expiresOn}T12:00:00.000Z` } : {};
}

/** What the audit keeps of a connection: never its secret, sealed or not. */
function auditable({ network, label, baseUrl, secret, expiresOn = null }: ConnectionFields) {
  return { network, label, baseUrl, expiresOn, secretGiven: Object.keys(secret ?? {}) };
}

/**
 * Adds a way into a network. Its secret is kept encrypted and is never read back to a person.
 * @throws {AltavozFailure} `invalid_input` with the fields that the network needs or does not have.
 */
export function createConnection(
  context: ActorContext,
  fields: ConnectionFields,
): Promise<RecordVersion> {
  return transact(context, ['social'], async (write) => {
    const { network, label, baseUrl, secret } = fields;
    refuse([...secretFaults(network, secret), ...addressFaults(fields)]);
    const at = { id: randomUUID(), version: 1 };
    await write.db
      .insertInto('connection')
      .values({
        ...at,
        ...untried,
        ...endOf(fields),
        network,
        label,
        baseUrl,
        secret: secret && sealFields(context.secretKey, secret),
        createdAt: write.at,
        updatedAt: write.at,
        updatedBy: write.actor.name,
        deletedAt: null,
      })
      .execute();
    await write.audit({
      action: 'create',
      record: 'connection',
      recordId: at.id,
      details: { after: auditable(fields) },
    });
    return at;
  });
}

async function storeVersion(
  write: Write,
  { id, version }: RecordVersion,
  change: Record<string, unknown>,
): Promise<RecordVersion> {
  const stored = { version: version + 1, updatedAt: write.at, updatedBy: write.actor.name };
  await write.db
    .updateTable('connection')
    .set({ ...change, ...stored })
    .where('id', '=', id)
    .execute();
  return { id, version: stored.version };
}

/**
 * Changes a connection. What is not given of its secret stays as it is stored, unless the address
 * changes: then all of it must be given again, or a token could be sent to a server that it was not
 * meant for.
 * @throws {AltavozFailure} `invalid_input`, `record_changed`, `record_not_found`.
 */
export function updateConnection(
  context: ActorContext,
  at: RecordVersion,
  fields: ConnectionFields,
): Promise<RecordVersion> {
  return transact(context, ['social'], async (write) => {
    const before = await readForChange(write, connectionKind, at);
    const { network, label, baseUrl, secret } = fields;
    if (network !== before.network) {
      refuse([{ path: 'network', rule: 'invalid_value', facts: {} }]);
    }
    const moves = baseUrl !== before.baseUrl;
    const kept = moves ? null : openFields(context.secretKey, before.secret);
    const whole = secret && { ...kept, ...secret };
    if (whole !== null) refuse(secretFaults(network, whole));
    else if (moves) refuse(secretAgain(network));
    refuse(addressFaults(fields));
    const given = whole && { secret: sealFields(context.secretKey, whole) };
    const after = await storeVersion(write, at, {
      label,
      baseUrl,
      ...(given || moves ? untried : {}),
      ...given,
      ...endOf(fields),
    });
    const { label: oldLabel, baseUrl: oldUrl } = before;
    await write.audit({
      action: 'update',
      record: 'connection',
      recordId: at.id,
      details: { before: { label: oldLabel, baseUrl: oldUrl }, after: auditable(fields) },
    });
    return after;
  });
}

function keepOrRemove(
  context: ActorContext,
  at: RecordVersion,
  action: 'remove' | 'restore',
): Promise<RecordVersion> {
  return transact(context, ['social'], async (write) => {
    await readForChange(write, connectionKind, at);
    const deletedAt = action === 'remove' ? write.at : null;
    const after = await storeVersion(write, at, { deletedAt });
    await write.audit({ action, record: 'connection', recordId: at.id, details: {} });
    return after;
  });
}

/** Removes a connection: nothing is read through it, and its pages say so. It can be brought back. */
export function removeConnection(context: ActorContext, at: RecordVersion): Promise<RecordVersion> {
  return keepOrRemove(context, at, 'remove');
}

/** Brings back a removed connection with its secret. */
export function restoreConnection(
  context: ActorContext,
  at: RecordVersion,
): Promise<RecordVersion> {
  return keepOrRemove(context, at, 'restore');
}

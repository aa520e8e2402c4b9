import { AltavozFailure } from '../../shared/failure.ts';

/** Runs a verb that stores something; when it is stored already, nothing happens. */
export async function unlessTaken(store: () => Promise<unknown>): Promise<void> {
  try {
    await store();
  } catch (error) {
    if (error instanceof AltavozFailure && error.failure.code === 'value_taken') return;
    throw error;
  }
}

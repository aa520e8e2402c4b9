import { expect, test } from 'vitest';
import { destinationsFor } from '../../../client/app/navigation.ts';

const pagesOf = (role: string) => destinationsFor(role).map(({ page }) => page);

test.each(['admin', 'coordinator', 'press'])('the way to imports is offered to %s', (role) => {
  expect(pagesOf(role)).toContain('admin');
});

test.each(['secretary', 'viewer'])('who imports nothing is not led there: %s', (role) => {
  expect(pagesOf(role)).toEqual(['summary', 'output', 'press', 'social', 'indicators']);
});

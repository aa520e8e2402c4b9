import { describe, expect, test } from 'vitest';
import { connectionGuides as english } from '../../../client/words/en/connection-guides.ts';
import { connectionGuides as spanish } from '../../../client/words/es/connection-guides.ts';
import { connectionCommands, type GuideStep } from '../../../shared/social/connection-commands.ts';
import { credentialRules } from '../../../shared/social/credentials.ts';
import { networkNames, networks } from '../../../shared/social/networks.ts';

const sayOf = (step: GuideStep) => (typeof step === 'string' ? step : step.say);
const copyOf = (step: GuideStep) => (typeof step === 'string' ? null : step.copy);

/** A step as a person reads it, with what is to be copied. */
function wordsOf(step: GuideStep): string {
  const copy = copyOf(step);
  return copy === null ? sayOf(step) : `${sayOf(step)} ${connectionCommands[copy]}`;
}

/** The guides of a language as a page of the documentation. */
function composePage(title: string, guides: typeof spanish, [needs, lasts]: [string, string]) {
  const list = networks.map((network) => {
    const guide = guides[network];
    const steps = guide.steps.map((step, at) => {
      const copy = copyOf(step);
      const block =
        copy === null ? '' : `\n\n   \`\`\`\n   ${connectionCommands[copy]}\n   \`\`\`\n`;
      return `${at + 1}. ${sayOf(step)}${block}`;
    });
    const parts = [`${needs} ${guide.needs}`, steps.join('\n'), `${lasts} ${guide.lasts}`];
    return [`### ${networkNames[network]}`, ...parts].join('\n\n');
  });
  return [`## ${title}`, ...list].join('\n\n');
}

describe('the guide to the key of', () => {
  test.each(networks)(
    '%s says in both languages what is needed, what to do and how long it lasts',
    (network) => {
      const { needs, steps, lasts } = spanish[network];
      expect([needs, lasts, ...steps.map(sayOf)].every((words) => words.length > 10)).toBe(true);
      expect(english[network].steps.map(copyOf)).toEqual(steps.map(copyOf));
      expect(english[network].steps.map(sayOf)).not.toEqual(steps.map(sayOf));
    },
  );

  test.each([
    ['facebook', ['pages_show_list', 'pages_read_engagement', 'read_insights']],
    ['instagram', ['instagram_basic', 'instagram_manage_insights']],
    ['threads', ['threads_basic', 'threads_manage_insights']],
    ['tiktok', ['user.info.basic', 'user.info.profile', 'user.info.stats', 'video.list']],
    ['youtube', ['youtube.readonly', 'yt-analytics.readonly']],
    ['linkedin', ['r_organization_social', 'rw_organization_admin']],
  ] as const)('%s names the permissions that its readings need: %o', (network, permissions) => {
    for (const { steps } of [spanish[network], english[network]]) {
      const words = steps.map(wordsOf).join(' ');
      expect(permissions.filter((name) => !words.includes(name))).toEqual([]);
    }
  });

  // What stands between a console and the fields: which address comes back, who consents, what is copied.
  test.each([
    ['youtube', 'console.cloud.google.com', ['youtubeRedirect', 'youtubeScopes']],
    ['tiktok', 'developers.tiktok.com', ['tiktokConsent', 'tiktokExchange']],
  ] as const)('%s leads from the console to every field of the form', (network, site, copies) => {
    const fields = credentialRules[network].fields.map(({ name }) => name);
    expect(fields).toEqual(expect.arrayContaining(['accessToken', 'refreshToken', 'clientId']));
    for (const { steps } of [spanish[network], english[network]]) {
      expect(sayOf(steps[0] ?? '')).toContain(site);
      expect(steps.map(copyOf).filter(Boolean)).toEqual(copies);
      const last = steps.slice(-2).map(wordsOf).join(' ').toLowerCase();
      expect(last).toMatch(/access.token/);
      expect(last).toMatch(/refresh.token/);
      expect(last).toMatch(/secret/);
    }
  });

  test('of TikTok asks for consent and for the tokens with the same address and permissions', () => {
    const consent = new URL(connectionCommands.tiktokConsent);
    expect(Object.fromEntries(consent.searchParams)).toEqual({
      client_key: 'CLIENT_KEY',
      response_type: 'code',
      scope: 'user.info.basic,user.info.profile,user.info.stats,video.list',
      redirect_uri: 'REDIRECT_URI',
      state: 'altavoz',
    });
    const form = [...connectionCommands.tiktokExchange.matchAll(/-d "([^"]*)"/g)];
    expect(Object.fromEntries(new URLSearchParams(form.map(([, one]) => one).join('&')))).toEqual({
      client_key: 'CLIENT_KEY',
      client_secret: 'CLIENT_SECRET',
      code: 'CODE',
      grant_type: 'authorization_code',
      redirect_uri: 'REDIRECT_URI',
    });
  });

  test('each network is in the documentation as it is on screen', async () => {
    const pages = [
      '# Conexiones · Connections',
      composePage('Cómo obtener la clave de cada red', spanish, [
        '**Se necesita:**',
        '**Cuánto dura:**',
      ]),
      composePage("How to get each network's key", english, ['**You need:**', '**It lasts:**']),
    ];
    await expect(`${pages.join('\n\n')}\n`).toMatchFileSnapshot('../../../docs/connections.md');
  });
});

/**
 * What a person copies as it is while getting a key: addresses, permissions and a command, with the
 * parts to put in their place in capitals. Guides name them, so that they stand once.
 */
export const connectionCommands = {
  /** One of the redirects of the client, so that Google's page of trials may get its tokens. */
  youtubeRedirect: 'https://developers.google.com/oauthplayground',
  youtubeScopes:
    'https://www.googleapis.com/auth/youtube.readonly https://www.googleapis.com/auth/yt-analytics.readonly',
  // developers.tiktok.com/doc/login-kit-web
  tiktokConsent:
    'https://www.tiktok.com/v2/auth/authorize/?client_key=CLIENT_KEY&response_type=code&scope=user.info.basic,user.info.profile,user.info.stats,video.list&redirect_uri=REDIRECT_URI&state=altavoz',
  // developers.tiktok.com/doc/oauth-get-a-user-access-token; a form takes the code as the address has it
  tiktokExchange:
    'curl -d "client_key=CLIENT_KEY" -d "client_secret=CLIENT_SECRET" -d "code=CODE" -d "grant_type=authorization_code" -d "redirect_uri=REDIRECT_URI" https://open.tiktokapis.com/v2/oauth/token/',
} as const;

export type ConnectionCommand = keyof typeof connectionCommands;

/** One step of a guide: what to do, and what to copy for it. */
export type GuideStep = string | { say: string; copy: ConnectionCommand };

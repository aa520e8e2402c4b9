import type { connectionGuides as es } from '../es/connection-guides.ts';

/** How to get what each network is connected with; names in quotes are those of its own screens. */
export const connectionGuides: typeof es = {
  facebook: {
    needs: "a Facebook account that manages the entity's pages.",
    steps: [
      'Go to developers.facebook.com with that account and create an application of the entity (only once).',
      'Open “Tools” → “Graph API Explorer” and choose the application.',
      'Add the permissions pages_show_list, pages_read_engagement and read_insights.',
      'Press “Generate Access Token” and, in the window that opens, tick all pages.',
      'Take that token to the “Access Token Debugger” and press “Extend Access Token”: the first lasts an hour; the extended one, about 60 days.',
      'Copy the extended token and paste it here. Altavoz gets that of each page with it.',
    ],
    lasts:
      'about 60 days. Altavoz warns 14, 7 and 1 days before. It also dies when that person changes their password or no longer manages the pages.',
  },
  instagram: {
    needs:
      "a professional Instagram account (business or creator) linked to one of the entity's Facebook pages.",
    steps: [
      'In Instagram, see in “Settings” that the account is professional and linked to the Facebook page.',
      "Go to developers.facebook.com as whoever manages that page and open the entity's application.",
      'In the “Graph API Explorer”, add the permissions instagram_basic, instagram_manage_insights, pages_show_list and pages_read_engagement.',
      'Press “Generate Access Token” and tick the page and the Instagram account.',
      'Extend the token in the “Access Token Debugger” and paste it here.',
      'It works without a linked page too, one account per connection: in the application, under “Instagram API with Instagram login”, add the permissions instagram_business_basic and instagram_business_manage_insights, generate the token (it begins with IG) and paste it here with its expiry.',
    ],
    lasts:
      'about 60 days. Altavoz warns 14, 7 and 1 days before. One that begins with IG Altavoz renews by itself, if it knows its expiry.',
  },
  x: {
    needs:
      'a developer account at X with credits: X charges for each profile and each post that is read. There is an estimate below.',
    steps: [
      "Go to the developer console of X (console.x.com) with the entity's account.",
      'Buy credits and set a monthly spending limit.',
      'Create an application and open “Keys and tokens”.',
      'Generate the “Bearer Token” of the application and copy it whole: X shows it only once.',
      'Paste it here. It reads the public figures of any account.',
    ],
    lasts: 'it does not end; it is good until another is generated or the credits are spent.',
  },
  youtube: {
    needs: 'a Google account. For daily figures, also the one that owns or manages the channel.',
    steps: [
      'Go to console.cloud.google.com and create a project of the entity.',
      'In “APIs & Services” → “Library”, enable “YouTube Data API v3” and, for daily figures, “YouTube Analytics API”.',
      'In “Credentials”, press “Create credentials” → “API key”, restrict it to YouTube Data API v3 and paste it here. It is enough for subscribers and videos: what follows is for daily figures and the audience.',
      "In “OAuth consent screen”, write the entity's name and an e-mail address, choose “External” and, under “Audience”, press “Publish app”: in testing mode the access ends after 7 days.",
      {
        say: 'In “Credentials”, press “Create credentials” → “OAuth client ID”, choose “Web application” and add this address under “Authorized redirect URIs”. Copy the ID and the secret that are shown.',
        copy: 'youtubeRedirect',
      },
      'Open that same address in the browser. In the gear at the top, tick “Use your own OAuth credentials”, leave “Access type” at “Offline” and paste the ID and the secret. Without them the access ends within a day.',
      {
        say: 'In “Input your own scopes”, paste these two permissions and press “Authorize APIs”.',
        copy: 'youtubeScopes',
      },
      "Choose the Google account and then the entity's channel. Google warns that it did not verify the application: it is the entity's own, so press “Advanced” → “Go to…”, tick both permissions and “Continue”.",
      'Back there, press “Exchange authorization code for tokens” and copy “Access token” and “Refresh token”.',
      'Paste both here with the ID (identifier) and the secret of the client, save and try.',
    ],
    lasts:
      'the API key does not end. The access token lasts an hour and Altavoz renews it with the refresh token, which serves until somebody withdraws the permission, or six months pass without its use.',
  },
  threads: {
    needs: "the entity's Threads account.",
    steps: [
      'Go to developers.facebook.com and create an application with the use case “Access the Threads API”.',
      'Add the permissions threads_basic and threads_manage_insights.',
      "In the application's roles, invite the entity's account as “Threads Tester” and accept the invitation in Threads, in “Website permissions”.",
      "In the use case's settings, press “Generate Access Token” beside the account and paste it here.",
    ],
    lasts: '60 days, and Altavoz renews it by itself. Each key reads its own account alone.',
  },
  tiktok: {
    needs:
      "the entity's TikTok account, an application registered with TikTok and an https address of the entity, such as the front page of its site.",
    steps: [
      'Go to developers.tiktok.com, open “Manage apps” and press “Connect an app”. Give the name of the entity, its icon and the addresses of its site, its terms and its privacy policy.',
      'In “Products”, add “Login Kit”; in its settings, for “Web”, write in “Redirect URI” an https address of the entity, without “?” or “#”. The browser comes back there after authorising.',
      'In “Scopes”, add user.info.basic, user.info.profile, user.info.stats and video.list.',
      "Send the application to review (“Submit for review”); it takes up to two weeks. Meanwhile “Sandbox” serves, at the top, beside the name: create one with the same product, the same permissions and the same address, add the entity's account in “Target users” and press “Apply changes”.",
      'Copy the “Client key” and the “Client secret” of the application, or of the “Sandbox” if that is what you use.',
      {
        say: "Put yours in the place of CLIENT_KEY and the address that you registered, exactly, in that of REDIRECT_URI, and open this address in a browser that is signed in with the entity's account. Press “Continue” without taking permissions away.",
        copy: 'tiktokConsent',
      },
      "The browser arrives at the entity's address. From the address bar, copy what stands between “code=” and the “&” after it, with its “%” signs. It serves once and for a short time.",
      {
        say: 'Open a console (on Windows, “Command Prompt”), and type this command on one line with your own in the place of the words in capitals.',
        copy: 'tiktokExchange',
      },
      'From the answer, copy “access_token” and “refresh_token”. If it says “error”, the code was used or has ended: open the address above again.',
      'Paste both here with the “Client key” (identifier) and the “Client secret” of the application, so that they renew themselves, save and try.',
    ],
    lasts:
      'the access token, a few hours: without the refresh token it must be pasted each time. The refresh token, six months to a year; TikTok gives another at each renewal and Altavoz keeps it, so do not use it in another program. Each key reads its own account alone.',
  },
  linkedin: {
    needs:
      'to be an administrator of the page on LinkedIn, and an application with approved access.',
    steps: [
      "Go to developer.linkedin.com, create an application and link it to the entity's page.",
      'In “Products”, ask for “Community Management API” and wait for the approval.',
      'In “Docs and tools” → “OAuth token tools”, create a token with r_organization_social and rw_organization_admin.',
      'Paste the access token and, if LinkedIn gives it, the refresh token with the “Client ID” and the “Client secret”.',
    ],
    lasts:
      'the access token, 60 days. The refresh token, a year from the first time: after that one must authorise again.',
  },
  mastodon: {
    needs: 'nothing but the address of the server: its figures are public.',
    steps: [
      'Look at the full name of the account: in @entity@mastodon.social the server is mastodon.social.',
      'Type the address of the server below, with https://.',
      'Save and try; then add the account in Pages.',
    ],
    lasts: 'there is no key that ends.',
  },
  bluesky: {
    needs: 'nothing: its figures are public.',
    steps: [
      'Leave the address empty, unless your entity has a server of its own.',
      'Save and try; then add the account in Pages with its full name, such as entity.bsky.social.',
    ],
    lasts: 'there is no key that ends.',
  },
};

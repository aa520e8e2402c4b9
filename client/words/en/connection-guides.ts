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
    needs: 'a Google account. For daily figures, also the one that manages the channel.',
    steps: [
      'Go to console.cloud.google.com and create a project of the entity.',
      'In “APIs & Services” → “Library”, enable “YouTube Data API v3” and, for daily figures, “YouTube Analytics API”.',
      'In “Credentials”, press “Create credentials” → “API key”, restrict it to YouTube Data API v3 and paste it here. It is enough for subscribers and videos.',
      'For views and subscribers by day: create an “OAuth client ID” and publish the application (in testing mode the access ends after 7 days).',
      "With the channel's account, authorise youtube.readonly and yt-analytics.readonly, for example at developers.google.com/oauthplayground using that client ID.",
      'Paste the access token, the refresh token, and the identifier and secret of the client.',
    ],
    lasts:
      'the API key does not end. The access token lasts an hour and Altavoz renews it with the refresh token.',
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
    needs: "the entity's TikTok account and an application that TikTok approved.",
    steps: [
      'Go to developers.tiktok.com and register an application of the entity with “Login Kit”.',
      'Ask for user.info.basic, user.info.profile, user.info.stats and video.list, and wait for the approval.',
      "Authorise the application with the entity's account. TikTok gives an access token and a refresh token.",
      'Paste both and, so that they renew themselves, the “Client key” (identifier) and the “Client secret” of the application.',
    ],
    lasts:
      'the access token, 24 hours: without the refresh token it must be pasted every day. The refresh token, a year. Each key reads its own account alone.',
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

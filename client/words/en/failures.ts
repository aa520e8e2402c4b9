import type { failures as es } from '../es/failures.ts';

export const failures: typeof es = {
  not_signed_in: 'Your session ended. Sign in again; what you typed is still on screen.',
  role_not_allowed: 'Your role does not allow this. Ask whoever administers Altavoz.',
  invalid_input: 'Some data has to be corrected. Check the marked fields; nothing was saved.',
  record_not_found: 'The record no longer exists. Refresh the list.',
  record_changed:
    'Somebody else changed this record while you were editing it. Nothing was saved; what you typed is still here.',
  value_taken: 'Another record already has “{{value}}”. Enter a different one.',
  record_in_use: 'It cannot be removed: {{count}} records use it.',
  rate_overlaps:
    'The dates overlap another rate in force from {{validFrom}}. Change the dates of one of the two.',
  month_closed:
    'The month of {{month}} was closed by {{closedBy}} and nothing was changed. The Secretary General can reopen it with a reason.',
  month_confirmed:
    'The output of {{month}} was confirmed by {{confirmedBy}} and nothing was changed. The coordinator can reopen it with a reason.',
  month_not_closed: 'The month of {{month}} is open already. Refresh the page.',
  month_not_ready:
    'The month of {{month}} has appearances that were sent back and not corrected ({{sentBack}}). Wait for the correction or approve them, then close it.',
  likeness_undecided:
    'It looks like one that is there. Nothing was saved: say whether it is another one, or open that one and complete it.',
  total_and_records:
    '{{month}} has a total of {{total}} and {{records}} records of the same, and both would be counted. Nothing was saved; confirm that you want both counted.',
  outlet_reaches_back:
    'The change would move {{appearances}} appearances of open months. Nothing was saved; do it again and choose whether they follow.',
  review_moved:
    'Something changed in {{month}} while you were reviewing it. It was not closed; look at the figures again and close it.',
  revaluation_moved:
    'The appearances or the rates changed since the preview was made. No value was changed; look at it again.',
  selection_moved:
    'The filters now show {{found}} appearances, not those you saw. None was changed; look at the list and do it again.',
  selection_too_large:
    'These are more than {{limit}} appearances. None was changed; narrow the filters and do it in parts.',
  batch_undone: 'That change was undone before. Refresh the list.',
  own_price:
    'You entered this price or changed it last: somebody else of Coordination or the General Secretariat approves it.',
  rates_moved:
    'The rates or the outlets changed since the preview was made. Nothing was saved; look at it again.',
  last_administrator: 'This is the only active administrator account. Appoint another one first.',
  setup_already_done: 'The first account has been created already. Sign in.',
  password_wrong: 'The present password does not match.',
  setup_code_wrong: 'The code does not match. Copy it from the terminal where Altavoz was started.',
  too_many_requests:
    'Too many requests in a row. Wait {{retryAfterSeconds}} seconds and try again.',
  body_too_large: 'What was sent is too large. Split it into parts.',
  file_refused: 'The file cannot be read. Nothing was saved.',
  address_refused: 'The page was not read. Fill in the form by hand.',
  evidence_refused: 'The file was not kept. Choose another one.',
  import_expired:
    'The preview expired or was used already. Upload the file again; nothing was saved.',
  import_moved:
    'Somebody changed these figures since the preview was made. Nothing was saved; upload the file again to see how it would turn out.',
  evidence: {
    empty: 'The file is empty and was not kept. Choose another one.',
    too_large: 'The file is over {{limit}} MB and was not kept. Make it smaller or split it.',
    type: 'Files of that type are not kept as evidence. Use PDF, images, audio or video.',
    lying_name:
      'What the file holds is not what its name says, and it was not kept. Check it or change its ending.',
  },
  addresses: {
    not_web: 'This is no web address. Copy the whole address, which starts with https://.',
    private:
      'The address leads to no public site of the internet and was not opened. Check it and copy the public address.',
    not_found: 'There is no such page on that site. Check the address or fill in the form by hand.',
    unreachable: 'The site did not answer. Try later or fill in the form by hand.',
    too_slow: 'The site takes too long to answer. Try later or fill in the form by hand.',
    too_large: 'The page is too large and was not read. Fill in the form by hand.',
    too_many_redirects:
      'The address leads from one page to another and to none. Fill in the form by hand.',
    other_content: 'The address is not of a page that can be read. Fill in the form by hand.',
    status: 'The site did not let the page be read (answer {{status}}). Fill in the form by hand.',
    wall: 'The outlet did not show its page: it first checks who reads it. The address is kept; open it in your browser and type the headline.',
    consent_wall:
      'The outlet did not show its page: it first asks to accept cookies. The address is kept; open it in your browser and type the headline.',
    sign_in_wall:
      'The outlet did not show its page: it first asks to sign in. The address is kept; open it in your browser and type the headline.',
    pay_wall:
      'The outlet did not show its page: it is for subscribers alone. The address is kept; type the headline.',
  },
  files: {
    empty: 'The file is empty. Download it again from the network; nothing was saved.',
    too_large:
      'The file is larger than {{limit}} MB. Download shorter periods and upload them one by one; nothing was saved.',
    too_many_rows:
      'The file has more than {{limit}} rows. Download shorter periods and upload them one by one; nothing was saved.',
    too_many_cells:
      'The file has more than {{limit}} cells. Divide it into several with fewer rows or columns and upload them one by one; nothing was saved.',
    too_slow:
      'The file takes more than {{limit}} seconds to read and its reading was ended. Divide it into several smaller ones or save it as CSV, and upload that; nothing was saved.',
    too_heavy:
      'The file asks for more than {{limit}} MB of memory to be read and its reading was ended. Divide it into several smaller ones or save it as CSV, and upload that; nothing was saved.',
    interrupted:
      'The reading of the file was interrupted before its end. Upload it again; if it repeats, divide it into several smaller ones; nothing was saved.',
    not_a_table:
      'The file is not a table. Upload the CSV or XLSX just as you downloaded it; nothing was saved.',
    not_a_calendar:
      'The file is not a calendar. Export it from your calendar program as .ics; nothing was saved.',
    endless_calendar:
      'The calendar asks for dates to be worked out without end, in its time zones or its lists of days, and was not opened. Export it again for a shorter period, or from another program; nothing was saved.',
    web_page:
      'The file is a web page and not a table: perhaps the download asked to sign in. Download it again; nothing was saved.',
    old_workbook:
      'The file is an Excel workbook with a password. Open it, save it without one and upload that; nothing was saved.',
    swollen_archive:
      'The file grows too much when opened and was not opened. Save it as CSV and upload that; nothing was saved.',
    cut_short: 'The file came incomplete: it is cut off. Download it again; nothing was saved.',
    not_recognised:
      'The columns of the file are not recognised. Upload an export of Meta, X, YouTube or TikTok with its headings as they came, or use the template; nothing was saved.',
    not_kept:
      'The file holds a figure that Altavoz does not keep, such as visits. Download reach, views, interactions or follows; nothing was saved.',
  },
  database_busy: 'The database is busy. Nothing was saved; try again in a few seconds.',
  database_unreachable:
    'The server does not reach its database. Nothing was saved; what you typed is still here. Try again in a few minutes; if it stays so, tell whoever administers Altavoz to start it.',
  database_read_only:
    'The database lets itself be read only. Nothing was saved; what you typed is still here. Tell whoever administers Altavoz to give back the permission to write.',
  database_damaged:
    'The database is damaged at that point. Nothing was saved; what you typed is still here. Tell whoever administers Altavoz to check it and restore a copy.',
  disk_full:
    'The server’s disk is full. Nothing was saved; what you typed is still here. Tell whoever administers Altavoz to make room, and try again.',
  not_found: 'This does not exist in this version of Altavoz. Reload the page.',
  unexpected:
    'Something unexpected happened and nothing was saved. Try again; if it repeats, report reference {{reference}}.',
  evidence_gone:
    'An evidence file of this draft is no longer kept. Remove it, add it again and save; the rest is still here.',
  no_connection: 'There is no connection to the server. What you typed is still here; try again.',
  unreadable_answer: 'The server’s answer could not be understood. Reload the page and try again.',
  title: 'It could not be completed',
  retry: 'Try again',
  rules: {
    required: 'This is required.',
    due_before_asked: 'The due day cannot be before the day it was asked.',
    control_characters: 'The text has characters that cannot be stored.',
    web_address: 'Enter a full web address, such as https://outlet.com/story.',
    email: 'Enter a valid e-mail, such as name@entity.gov.co.',
    password_short: 'The password needs at least 10 characters.',
    password_spaces: 'The password cannot be of spaces alone: type another.',
    password_repeated: 'The password cannot be one character repeated: type another.',
    password_common: 'That password is among the first to be tried: type a less common one.',
    password_email: 'The password cannot be the e-mail of the account: type another.',
    day: 'Enter a date that exists.',
    day_to_come: 'That day has not come yet.',
    month_not_over: 'That month is not over yet.',
    done_to_come: 'What is of a day to come is not done: leave it planned.',
    serial_number: 'Only a number can go on counting.',
    month_to_come: 'That month has not come yet.',
    handle: 'Only letters, digits, dots, hyphens and underscores, no spaces.',
    address_of_no_page:
      'That is not the address of a page or account. Open the page on its network and copy its address.',
    address_elsewhere: 'That address is of another network: choose it above.',
    month: 'Enter a month that exists.',
    period_reversed: 'The end comes before the start.',
    period_too_long: 'The period is too long.',
    too_small: 'The value is below the minimum ({{minimum}}).',
    too_big: 'The value is above the maximum ({{maximum}}).',
    too_long: 'The text exceeds {{maximum}} characters.',
    not_integer: 'Enter a whole number.',
    invalid_type: 'This is missing or not of the expected form.',
    invalid_value: 'Choose one of the options.',
    value_taken: 'Another one already has this value.',
    page_of_other_network: 'Choose a page of the network that the file comes from.',
    file: 'The file did not arrive whole. Upload it again.',
    decimal: 'Type a number above zero, such as 12.5.',
    positive: 'It must be above zero.',
    share: 'Type a number above 0 and up to 1, such as 0.5.',
    centimetres: 'Type 200 cm at most.',
    seconds: 'Type one day at most (86,400 seconds).',
    vat_rate: 'Choose a VAT between 0% and 100%.',
    at_least_one: 'It must be 1 or more.',
    manual_needs_evidence: 'A value judged by hand needs at least one evidence file.',
    domain: 'Write a domain, such as elcolombiano.com.',
    whole: 'Write a whole number greater than zero.',
    increase: 'Write a percentage between -90 and 900, such as 8.5.',
    after_copied: 'It must be later than the day that is copied.',
    formula: 'This is a formula. Paste it as a value and upload the file again.',
    unknown_outlet: 'No outlet has this name. Add it first, or correct the name.',
    overlaps_rate: 'It overlaps a rate in force since {{validFrom}}.',
    overlaps_line: 'It overlaps row {{line}} of the same file.',
    price: 'Write whole pesos, such as 18,400,000.',
    yes_no: 'Write yes or no.',
    unit_of_format: 'That format is not valued in that unit.',
    quantity_one: 'In that unit the quantity is 1.',
    server_address: 'Type only the address of the server, without user, password or parameters.',
    https_needed: 'With an access key, the address must begin with https://.',
    secret_again:
      'When the address changes, paste the key again: it is not sent to a server it was not given for.',
    unknown_field: 'This network does not use that.',
    own_server: 'Only pages of Mastodon and Bluesky have a server of their own.',
    other_network: 'That connection is of another network.',
    one_decimal: 'Type the percentage with one decimal at most, such as 2.5.',
    percent_of_falls: 'Type how large a percentage of followers must be lost.',
    decimal_figure: 'Write a number, such as 12.5.',
    formula_syntax: 'The formula is not understood. Check braces, parentheses and signs.',
    formula_unknown: 'The formula names {{code}}, which does not exist.',
    formula_circle: 'The formula names itself by way of {{code}}.',
    month_of_other_year: 'That month is of another year.',
    filters_of_output: 'The filters are of output.',
    filters_of_networks: 'The filters are of social networks.',
    cell_of_table: 'Choose the table of counts.',
    code: 'Only letters, digits, points and dashes, without spaces.',
    hour: 'Type the time like this: 14:30.',
    ends_before: 'It ends before it starts.',
    choice: 'Choose one of the options.',
    two_choices: 'Type at least two options, one a line.',
    repeated: 'Two fields have the same name.',
    not_a_meeting: 'Commitments are of community meetings.',
    chain_circle: 'A record would come from itself.',
    never_adds: 'Scores and percentages do not add up: choose the average or none.',
    unknown_measure: 'The table has no such column of figures, or it is computed.',
    table_has_rows: 'The table has rows: how many names tell them apart cannot change.',
    count_period: 'Write a year, a quarter or a month.',
    not_whole: 'Write a whole number, without decimals.',
    negative: 'It cannot be negative.',
    ends_before_first: 'The last day is before the first.',
    too_many_days: 'That is more than {{most}} days. Choose an earlier last day.',
    other: 'This is not valid.',
  },
};

import { always, figure } from "./figure";

/** What people do: requests, recordings, files, sign-ins. */
export const PEOPLE = {
  users: figure(
    [500, 2000, 10000],
    "users",
    "Who signs in at least once in the month; the baseline is a first clinic.",
  ),
  ageMonths: always(12, "months", "Storage as it is after a year: what is kept longer goes on growing until its time."),
  apiRequestsMillions: figure(
    [4, 8, 16],
    "million",
    "Staff keep the app open all day and cause most; patients add few.",
  ),
  apiResponseKb: always(4, "KB", "JSON of one record or a short list, compressed."),
  tracedMillions: figure([0.8, 1.2, 1.6], "million", "X-Ray's default: the first request of a second, then 5 %."),
  webRequestsMillions: figure([0.5, 2, 8], "million", "1,000 to 800 requests of a user for pages and their parts."),
  webServedGb: figure([5, 20, 80], "GB", "10 MB of pages for a user; browsers keep the rest."),
  signInsThousands: figure([6, 24, 100], "thousand", "About ten calls to Cognito for a user: sign-in, code, refresh."),
  textMessages: figure([1400, 1900, 3500], "messages", "Nearly all codes by text at first; later most have an app."),
  videoNewGb: figure([60, 250, 550], "GB", "120, 500 and 1,100 recorded sessions of 45 minutes, 0.5 GB each."),
  videoServedGb: figure([160, 320, 650], "GB", "A new recording is watched once or twice, seldom to its end."),
  videoRequestsMillions: figure([0.5, 1, 2], "million", "Players ask for some 300 KB at a time."),
  filesGb: figure([100, 400, 900], "GB", "Documents and images after the first year."),
  filesNewGb: figure([8, 33, 75], "GB", "A twelfth of what lies there after a year."),
  filesReplacedShare: always(0.05, "of the files", "Replaced or deleted in a month; kept as old versions for a while."),
  objectsPerGb: always(1000, "objects", "A file has 1 MB on average."),
  filesFrequentShare: always(0.4, "of the files", "Read in the last 30 days; half of the rest within 90 days."),
  objectPutsThousands: figure([60, 200, 600], "thousand", "Uploads in parts, and lists of folders."),
  objectGetsThousands: figure([600, 2000, 6000], "thousand", "Ten reads to an upload."),
} as const;

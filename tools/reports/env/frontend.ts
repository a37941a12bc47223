import { z } from "zod";
import type { createPlatform } from "../../../stacks/platform";
import type { StackOutputs } from "../../shared/stackOutputs";
import { UsageError } from "../../shared/usageError";

type Output = keyof ReturnType<typeof createPlatform>;

/** Outputs that a browser may see. Whatever is of the database or of a secret is none of them, whoever adds a row below. */
export type PublicOutput = Exclude<Output, `database${string}` | `${string}Secret${string}` | `${string}Role${string}`>;

interface Row {
  readonly output: PublicOutput;
  /** What such a value looks like. A database's address or the ARN of a secret fits none. */
  readonly form: z.ZodType<string>;
}

const bucket = z.string().regex(/^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/);
const url = z.string().regex(/^https:\/\/(?!.*\.amazonaws\.com)[a-z0-9.-]+$/);

const ROWS = {
  VITE_AWS_REGION: { output: "region", form: z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/) },
  VITE_COGNITO_USER_POOL_ID: { output: "userPoolId", form: z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d_\w+$/) },
  VITE_COGNITO_CLIENT_ID: { output: "userPoolClientId", form: z.string().regex(/^[a-z0-9]{1,128}$/) },
  VITE_COGNITO_IDENTITY_POOL_ID: {
    output: "identityPoolId",
    form: z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d:[0-9a-f-]{36}$/),
  },
  VITE_API_ENDPOINT: { output: "apiUrl", form: url },
  VITE_FILES_BUCKET: { output: "filesBucket", form: bucket },
  VITE_VIDEOS_BUCKET: { output: "videosBucket", form: bucket },
  // A host without a scheme, as in the build on Amplify (stacks/web.ts).
  VITE_VIDEO_CDN: { output: "videoUrl", form: url.transform((text) => text.slice("https://".length)) },
} satisfies Readonly<Record<`VITE_${string}`, Row>>;

export type FrontendName = keyof typeof ROWS;

/** What the browser's application is built with: public by nature, since everybody can read it in the browser. */
export function frontendValues(outputs: StackOutputs): Record<FrontendName, string> {
  const value = ({ output, form }: Row, name: string): string => {
    const read = form.safeParse(outputs.text(output));
    if (read.success) return read.data;
    throw new UsageError(
      `${name}: the output ${output} of ${outputs.stack} does not look like one. It is not written into a file that browsers read.`,
    );
  };
  return {
    VITE_AWS_REGION: value(ROWS.VITE_AWS_REGION, "VITE_AWS_REGION"),
    VITE_COGNITO_USER_POOL_ID: value(ROWS.VITE_COGNITO_USER_POOL_ID, "VITE_COGNITO_USER_POOL_ID"),
    VITE_COGNITO_CLIENT_ID: value(ROWS.VITE_COGNITO_CLIENT_ID, "VITE_COGNITO_CLIENT_ID"),
    VITE_COGNITO_IDENTITY_POOL_ID: value(ROWS.VITE_COGNITO_IDENTITY_POOL_ID, "VITE_COGNITO_IDENTITY_POOL_ID"),
    VITE_API_ENDPOINT: value(ROWS.VITE_API_ENDPOINT, "VITE_API_ENDPOINT"),
    VITE_FILES_BUCKET: value(ROWS.VITE_FILES_BUCKET, "VITE_FILES_BUCKET"),
    VITE_VIDEOS_BUCKET: value(ROWS.VITE_VIDEOS_BUCKET, "VITE_VIDEOS_BUCKET"),
    VITE_VIDEO_CDN: value(ROWS.VITE_VIDEO_CDN, "VITE_VIDEO_CDN"),
  };
}

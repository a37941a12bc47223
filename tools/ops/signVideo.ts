import { getSignedUrl } from "@aws-sdk/cloudfront-signer";
import { z } from "zod";
import { whole } from "../shared/options";
import { UsageError } from "../shared/usageError";
import { operation, type Scene } from "./shared/operation";
import { type Clock, realClock } from "./tasks/clock";
import { deployedKeys, placeOf } from "./video/deployedKeys";
import { publicHalf } from "./video/keyPair";
import { CURRENT, PRETENDED_CURRENT, signingSecret } from "./video/signingSecret";

/** A working day: a link cannot be taken back, except by removing its key and with it all links. */
const LONGEST_MINUTES = 12 * 60;

const OPTIONS = {
  key: z
    .string()
    .regex(/^[^/]/, "begins with a slash or is empty. Write the object's key alone, such as visits/42.mp4")
    .refine((key) => !key.split("/").some((part) => part === "." || part === ".."), {
      error: "has a part . or .., which browsers take out of an address. Write the whole key",
    })
    .refine((key) => !key.includes("*"), {
      error: "has a *, with which a signature would open more than one recording",
    })
    .describe("the recording: its object key in the videos bucket"),
  minutes: whole
    .refine((minutes) => minutes >= 1 && minutes <= LONGEST_MINUTES, {
      error: `is not from 1 to ${LONGEST_MINUTES}. Let links live for minutes`,
    })
    .default(15)
    .describe("how long the link works, 720 at most  [15]"),
};

export type Wish = z.infer<z.ZodObject<typeof OPTIONS>>;

export const signVideo = operation({
  name: "sign-video",
  summary: "Makes a link that plays one recording for some minutes.",
  options: OPTIONS,
  run: signLink,
});

export async function signLink({ key, minutes }: Wish, scene: Scene, clock: Clock = realClock): Promise<undefined> {
  const { outputs, calls, say, which } = scene;
  const url = `${outputs.text("videoUrl")}/${key.split("/").map(encodeURIComponent).join("/")}`;
  const current = await signingSecret(scene).read(CURRENT, PRETENDED_CURRENT);
  if (current === undefined)
    throw new UsageError(
      "The secret videoSigningSecretArn is empty, so nothing can be signed yet, by the API neither. " +
        `Make a key: npm run ops -- rotate-video-key --prepare ${which}`,
    );
  const keys = await deployedKeys(scene);
  if (calls.isDryRun) {
    say(`would sign ${url} for ${minutes} minutes`);
    return;
  }

  const { privateKey } = current;
  const place = placeOf(publicHalf(privateKey), keys);
  const signer = keys[place];
  if (signer === undefined)
    throw new UsageError(
      `CloudFront would refuse the link: the private key in the secret belongs to none of ${list(keys)}. ` +
        "Deploy its public half in cdn.signingKeys, or make a new pair with `npm run ops -- rotate-video-key --prepare`.",
    );
  if (place > 0)
    say(
      `Warning: the API names ${keys[0]?.id ?? ""} in its links and signs with ${signer.id}: CloudFront refuses them. ` +
        "Move the key of the latter to the first place of cdn.signingKeys and deploy.",
    );
  // On a whole second, as CloudFront counts.
  const expires = new Date((Math.floor(clock.now() / 1000) + minutes * 60) * 1000);
  // SHA-1 is CloudFront's default; it takes SHA-256 since April 2026 (AWS What's New, "CloudFront SHA-256 signed URLs").
  say(getSignedUrl({ url, keyPairId: signer.id, privateKey, dateLessThan: expires, algorithm: "SHA256" }));
  say(`It works until ${seconds(expires)} (${minutes} min) for whoever has it: pass it on as you would a password.`);
  say("The application's audit log does not see who watches: note down for whom you made it, and why.");
}

const seconds = (date: Date) => date.toISOString().replace(".000Z", "Z");

const list = (keys: readonly { readonly id: string }[]) => keys.map(({ id }) => id).join(", ");

import { priced } from "../priced";
import { part } from "../stack";

priced("Keys", [
  ["a key in its first year", [part("kms/key:Key", "k", { enableKeyRotation: true })], {}, "key", 1],
  ["a key rotated once", [part("kms/key:Key", "k", { enableKeyRotation: true })], { ageMonths: 13 }, "key", 2],
  [
    "rotations are charged twice at most",
    [part("kms/key:Key", "k", { enableKeyRotation: true })],
    { ageMonths: 72 },
    "key",
    3,
  ],
  ["a key that is not rotated", [part("kms/key:Key", "k")], { ageMonths: 72 }, "key", 1],
  [
    "each secret",
    [part("secretsmanager/secret:Secret", "a"), part("secretsmanager/secret:Secret", "b")],
    {},
    "secret",
    0.8,
  ],
]);

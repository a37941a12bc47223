import { strict as assert } from "node:assert";
import { boundedRoles } from "../../../components/shared/boundedRoles";

const BOUNDARY = "arn:aws:iam::111122223333:policy/boundary-telehealth-prod";
const transformed = (type: string, props: Record<string, unknown>) =>
  boundedRoles(BOUNDARY)({ custom: true, type, name: "a", props, opts: { protect: true } });

describe("boundedRoles", () => {
  it("puts the boundary on a role and keeps all else", async () => {
    assert.deepEqual(await transformed("aws:iam/role:Role", { path: "/" }), {
      props: { path: "/", permissionsBoundary: BOUNDARY },
      opts: { protect: true },
    });
  });

  it("leaves a narrower boundary that the role brings itself", async () => {
    const own = await transformed("aws:iam/role:Role", { permissionsBoundary: "arn:own" });
    assert.equal(own?.props["permissionsBoundary"], "arn:own");
  });

  it("leaves everything else alone", async () => {
    assert.equal(await transformed("aws:iam/policy:Policy", {}), undefined);
  });
});

import { strict as assert } from "node:assert";
import { refuseFullDisk } from "../../../tools/offline/leftovers";
import { loopbackPastProxies } from "../../../tools/shared/loopback";

describe("a disk that is full", () => {
  it("ends a run before it begins, since the engine hangs where it cannot write its state", () => {
    assert.throws(() => {
      refuseFullDisk("/state", () => ({ bavail: 300, bsize: 4096 }));
    }, /^Error: \/state has 1 MB left, and a run needs 50\. Make room, or name another folder by TELEHEALTH_OFFLINE_DIR\.$/);
  });

  it("is none with some room", () => {
    refuseFullDisk("/state", () => ({ bavail: 20_000, bsize: 4096 }));
    refuseFullDisk("/");
  });
});

describe("the exceptions from a proxy", () => {
  it("are loopback, beside what was there in either spelling", () => {
    const { no_proxy: small, NO_PROXY: capital } = loopbackPastProxies({
      no_proxy: "a.example.com, b.example.com",
      NO_PROXY: "c.example.com",
    });
    assert.equal(small, "a.example.com,b.example.com,c.example.com,127.0.0.1,localhost,::1");
    assert.equal(capital, small);
  });

  it("reach gRPC where it has a list of its own, and only there", () => {
    assert.equal(loopbackPastProxies({ no_grpc_proxy: "x" })["no_grpc_proxy"], "x,127.0.0.1,localhost,::1");
    assert.ok(!("no_grpc_proxy" in loopbackPastProxies({})));
  });
});
